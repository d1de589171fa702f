import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileType } from '@duixian/casework';
import { einvoiceOf } from '../../spec/einvoices.spec.js';
import { zipOf } from '../../spec/zip.spec.js';
import { readInvoices } from './read-invoices.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-invoices-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function read(content: Buffer, type: FileType) {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return readInvoices(path, type);
}

const NUMBER = '25352000000012345678';
const INVOICE = {
  ...{ number: NUMBER, issuedOn: '2025-03-04', seller: '甲&乙算力有限公司', sellerUscc: '91350200MA2XXXXX0A' },
  ...{
    buyer: '泉州青石（集团）有限公司',
    buyerUscc: '91350582MA2XXXXX0B',
    amount: '1200.00',
    tax: '72.50',
    isRed: false,
  },
};
const xml = (change: Partial<typeof INVOICE> = {}): Buffer => Buffer.from(einvoiceOf({ ...INVOICE, ...change }));

describe('a fully digital invoice', () => {
  it('is read from its XML: number, day, seller, buyer, amount and tax', async () => {
    expect(await read(xml(), 'xml')).toEqual([INVOICE]);
  });

  it('is read from a ZIP and an OFD, each once', async () => {
    const other = '25352000000012345679';
    const zip = zipOf(
      { name: 'a.xml', content: xml() },
      { name: 'b/c.XML', content: xml({ number: other }) },
      { name: 'd.xml', content: xml() },
    );
    expect((await read(zip, 'zip')).map(({ number }) => number)).toEqual([NUMBER, other]);
    const ofd = zipOf(
      { name: 'OFD.xml', content: '<ofd:OFD xmlns:ofd="x"/>' },
      { name: 'Doc_0/Attachs/original_invoice.xml', content: xml() },
    );
    expect(await read(ofd, 'ofd')).toEqual([INVOICE]);
  });

  it('is looked for no further than what one file may hold of them', async () => {
    const long = (number: string) => `${xml({ number }).toString()}${' '.repeat(450_000)}`;
    const names = ['1', '2', '3', '4'];
    const zip = zipOf(...names.map((last) => ({ name: `${last}.xml`, content: long(`2535200000001234567${last}`) })));
    expect((await read(zip, 'zip')).map(({ number }) => number.slice(-1))).toEqual(['1', '2']);
  });

  it('has no sign of a red-letter one, which says so itself', async () => {
    expect(await read(xml({ amount: '-1200.00', tax: '-72.50' }), 'xml')).toEqual([{ ...INVOICE, isRed: true }]);
  });

  it.each([
    ['another XML', Buffer.from('<?xml version="1.0"?><Other/>')],
    ['one that is not well formed', Buffer.from('<?xml version="1.0"?><EInvoice><a></EInvoice>')],
    [
      'one with a document type',
      Buffer.from(xml().toString().replace('<EInvoice>', '<!DOCTYPE x [<!ENTITY a "b">]><EInvoice>')),
    ],
    ['one whose number is none', xml({ number: '123' })],
    ['one whose day is none', xml({ issuedOn: '2025-02-30' })],
    ['one whose amount is none', xml({ amount: '1e3' })],
    ['one that is as long as no invoice is', Buffer.concat([xml(), Buffer.alloc(1024 * 1024, ' ')])],
  ])('is none in %s', async (_, content) => {
    expect(await read(content, 'xml')).toEqual([]);
  });
});
