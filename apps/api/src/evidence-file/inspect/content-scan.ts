import { Writable } from 'node:stream';
import type { FileType } from '@duixian/casework';
import { looksLikeText, TextScan } from './text-scan.js';
import { refuse } from './file-problem.js';

/** What the first bytes say; the kinds of ZIP are told apart by what is in them. */
export type ContentType = Exclude<FileType, 'ofd' | 'xlsx'>;

const HEAD_BYTES = 4_096;
/** Longer than what is looked for across two pieces. */
const OVERLAP = 64;
/** ISO 32000, 7.6.1: the entry of a trailer that says how the document is encrypted. */
const PDF_ENCRYPT = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/u;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const SIGNATURES: readonly { readonly type: ContentType; readonly bytes: Buffer }[] = [
  { type: 'pdf', bytes: Buffer.from('%PDF-') },
  { type: 'jpeg', bytes: Buffer.from('ffd8ff', 'hex') },
  { type: 'png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
  { type: 'zip', bytes: Buffer.from('504b0304', 'hex') },
  { type: 'zip', bytes: Buffer.from('504b0506', 'hex') },
];

/**
 * Looks at a content as it flows by, and keeps nothing of it. `type` is known once it has ended; it fails with a FileProblem for
 * what is not taken.
 */
export class ContentScan extends Writable {
  bytes = 0;
  type: ContentType | null = null;
  private head: Buffer | null = Buffer.alloc(0);
  private tail = '';
  private hasEnd = false;
  private text: TextScan | null = null;

  override _write(piece: Buffer, _: string, done: (error?: Error) => void): void {
    this.attempt(done, () => {
      this.bytes += piece.length;
      if (this.head === null) {
        this.look(piece);
        return;
      }
      this.head = Buffer.concat([this.head, piece]);
      if (this.head.length >= HEAD_BYTES) this.begin(this.head);
    });
  }

  override _final(done: (error?: Error) => void): void {
    this.attempt(done, () => {
      if (this.head !== null) this.begin(this.head);
      this.text?.end();
      if (this.type === 'pdf' && !this.hasEnd) {
        refuse(
          '此PDF没有结尾，可能没有传完整或已损坏，请重新导出后上传。',
          'The PDF has no end: it is not whole, or damaged. Export it again and upload it.',
        );
      }
    });
  }

  private attempt(done: (error?: Error) => void, work: () => void): void {
    try {
      work();
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private begin(head: Buffer): void {
    this.head = null;
    this.type = typeOf(head);
    if (this.type === 'xml' || this.type === 'csv') this.text = new TextScan(this.type, head);
    this.look(head);
  }

  private look(piece: Buffer): void {
    this.text?.look(piece);
    if (this.type !== 'pdf') return;
    const here = this.tail + piece.toString('latin1');
    if (PDF_ENCRYPT.test(here)) {
      refuse(
        '此PDF已加密，请去除密码后重新上传。',
        'The PDF is encrypted: save it without a password and upload it again.',
      );
    }
    this.hasEnd ||= here.includes('%%EOF');
    this.tail = here.slice(-OVERLAP);
  }
}

/** @throws FileProblem */
function typeOf(head: Buffer): ContentType {
  if (head.length === 0) refuse('文件是空的，请重新选择。', 'The file is empty: choose it again.');
  const known = SIGNATURES.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
  if (known !== undefined) return known.type;
  if (head.subarray(0, OLE.length).equals(OLE)) {
    refuse(
      '此文件是加密的表格或旧版Office文件，请另存为不带密码的XLSX或PDF后上传。',
      'The file is an encrypted sheet or of an old Office format: save it as XLSX without a password, or as PDF.',
    );
  }
  const text = looksLikeText(head);
  if (text !== null) return text;
  return refuse(
    '不接受这种文件。可上传：PDF、OFD、JPEG、PNG、数电票XML、XLSX、CSV，以及由它们组成的ZIP（按内容识别，与扩展名无关）。',
    'Files of this kind are not taken. Upload PDF, OFD, JPEG, PNG, XML of invoices, XLSX, CSV, or a ZIP of these: the content decides, and not the name.',
  );
}
