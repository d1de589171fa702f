import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import { readInvoiceSchema, type FileType, type ReadInvoice } from '@duixian/casework';
import { formatYuan, parseYuan } from '@duixian/money';
import { DOMParser, onErrorStopParsing, type Element } from '@xmldom/xmldom';
import { openPromise } from 'yauzl';
import { DOCTYPE } from '../inspect/text-scan.js';

/** Of the XML of one invoice, which one with a thousand lines just has. Others are none. */
const XML_BYTES_MAX = 512 * 1024;
/** Of all that is unfolded of one file: nobody else is served meanwhile, half a second for it at most. */
const UNFOLDED_BYTES_MAX = 2 * XML_BYTES_MAX;
/** Of one file. */
const INVOICES_MAX = 50;
const DECLARED = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/u;

/**
 * The fully digital invoices (数电票) in a file that was looked at: XML as the tax authority's platform exports it, alone, in a ZIP or
 * within an OFD. Shape: `EInvoice` of 电子凭证会计数据标准（全面数字化的电子发票）. Whatever is not of that shape is none.
 */
export async function readInvoices(path: string, type: FileType): Promise<readonly ReadInvoice[]> {
  const texts = type === 'xml' ? await xmlOf(path) : type === 'zip' || type === 'ofd' ? await xmlsIn(path) : [];
  const found: ReadInvoice[] = [];
  for (const bytes of texts) {
    const invoice = invoiceIn(bytes);
    if (invoice !== null) found.push(invoice);
    // The others have their turn between two.
    await setImmediate();
  }
  return [...new Map(found.map((each) => [each.number, each])).values()].slice(0, INVOICES_MAX);
}

async function xmlOf(path: string): Promise<Buffer[]> {
  return (await stat(path)).size > XML_BYTES_MAX ? [] : [await bytesOf(createReadStream(path))];
}

async function xmlsIn(path: string): Promise<Buffer[]> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
  try {
    const found: Buffer[] = [];
    let left = UNFOLDED_BYTES_MAX;
    for await (const entry of zip.eachEntry()) {
      if (!/\.xml$/iu.test(entry.fileName) || entry.uncompressedSize > XML_BYTES_MAX) continue;
      const bytes = await bytesOf(await zip.openReadStreamPromise(entry));
      if (!bytes.includes('<EInvoice')) continue;
      left -= bytes.length;
      if (left < 0 || found.push(bytes) === INVOICES_MAX) break;
    }
    return found;
  } finally {
    zip.close();
  }
}

async function bytesOf(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) if (Buffer.isBuffer(piece)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function invoiceIn(bytes: Buffer): ReadInvoice | null {
  const root = rootOf(bytes);
  if (root?.localName !== 'EInvoice') return null;
  const text = (...path: string[]): string => textAt(root, path);
  const basic = (name: string): string => text('EInvoiceData', 'BasicInformation', name);
  const [amount, tax] = [yuanOf(basic('TotalAmWithoutTax')), yuanOf(basic('TotalTaxAm') || '0')];
  if (amount === null || tax === null) return null;
  const read = readInvoiceSchema.safeParse({
    number: text('TaxSupervisionInfo', 'InvoiceNumber'),
    // 开票日期: the day of the request; when the platform made the file of it stands beside.
    issuedOn: (basic('RequestTime') || text('TaxSupervisionInfo', 'IssueTime')).slice(0, 10),
    seller: text('EInvoiceData', 'SellerInformation', 'SellerName'),
    sellerUscc: codeOf(text('EInvoiceData', 'SellerInformation', 'SellerIdNum')),
    buyer: text('EInvoiceData', 'BuyerInformation', 'BuyerName'),
    buyerUscc: codeOf(text('EInvoiceData', 'BuyerInformation', 'BuyerIdNum')),
    amount: amount.yuan,
    tax: tax.yuan,
    isRed: amount.isNegative,
  });
  return read.success ? read.data : null;
}

function rootOf(bytes: Buffer): Element | null {
  const encoding = DECLARED.exec(bytes.subarray(0, 200).toString('latin1').trimStart())?.[1] ?? 'utf-8';
  try {
    const text = new TextDecoder(/^gb/iu.test(encoding) ? 'gb18030' : 'utf-8', { fatal: true }).decode(bytes);
    // Refused when it came; what was kept before is not unfolded either.
    if (DOCTYPE.test(text)) return null;
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml').documentElement;
  } catch {
    // Not well formed, or no text: none of ours.
    return null;
  }
}

function textAt(root: Element, path: readonly string[]): string {
  let at: Element | null = root;
  for (const name of path) at = at && childOf(at, name);
  return (at?.textContent ?? '').trim();
}

function childOf(element: Element, name: string): Element | null {
  return [...element.children].find((child) => child.nodeName === name) ?? null;
}

function codeOf(text: string): string | null {
  return text === '' ? null : text.toUpperCase();
}

/** `-1200.5` → 1200.50, negative. */
function yuanOf(text: string): { readonly yuan: string; readonly isNegative: boolean } | null {
  const [, sign = '', figures = ''] = /^(-?)(\d{1,15}(?:\.\d{1,2})?)$/u.exec(text) ?? [];
  const fen = parseYuan(figures);
  return fen === null ? null : { yuan: formatYuan(fen), isNegative: sign !== '' };
}
