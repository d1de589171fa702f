import { Writable } from 'node:stream';
import { FileProblem } from './file-problem.js';
import { DOCTYPE } from './text-scan.js';

const ARCHIVE = Buffer.from('504b0304', 'hex');
const OVERLAP = 32;

/** Looks at one part of an OFD or XLSX: no archive, and XML without a document type, in whichever encoding. */
export class PartScan extends Writable {
  private head = Buffer.alloc(0);
  private isXml: boolean | null = null;
  private tail = '';

  override _write(piece: Buffer, _: string, done: (error?: Error) => void): void {
    this.head = this.head.length < ARCHIVE.length ? Buffer.concat([this.head, piece.subarray(0, 8)]) : this.head;
    if (this.head.subarray(0, ARCHIVE.length).equals(ARCHIVE)) {
      done(EMBEDDED);
      return;
    }
    // Of UTF-16 every other byte is zero.
    const here = this.tail + piece.toString('latin1').replaceAll('\0', '');
    this.isXml ??= /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</u.test(here);
    this.tail = here.slice(-OVERLAP);
    done(this.isXml && DOCTYPE.test(here) ? WITH_DOCTYPE : undefined);
  }
}

const EMBEDDED = new FileProblem('content', {
  zh: '其中嵌有另一个文档或压缩包，请去掉嵌入对象，另行上传。',
  en: 'Another document or archive is embedded there: take it out, and upload it by itself.',
});
const WITH_DOCTYPE = new FileProblem('content', {
  zh: '其中含有文档类型定义（DOCTYPE），不予接受；请重新导出后上传。',
  en: 'A document type (DOCTYPE) stands there, which is not taken: export the file again and upload it.',
});
