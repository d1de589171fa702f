import { TextDecoder } from 'node:util';
import { refuse } from './file-problem.js';

const BOM = '\u00ef\u00bb\u00bf';
/** Encodings of XML in which `<` is one byte, and no part of another character. */
const ENCODINGS = /^(?:utf-?8|us-ascii|gb18030|gbk|gb2312)$/iu;
const DECLARED = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/u;
/** Entities need a document type: a few bytes of them unfold to gigabytes, or name a file of the reader's. */
export const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/iu;
const OVERLAP = 16;
/** Of bytes: what is above 0x7f is a part of another character. */
const CONTROL = /(?![\t\n\r\x80-\x9f])\p{Cc}/u;
const SEPARATOR = /[,;\t]/u;

/** Whether a file that has no signature begins as a text that is taken. */
export function looksLikeText(head: Buffer): 'xml' | 'csv' | null {
  const text = withoutMark(head);
  if (/^\s*<\?xml\s/u.test(text)) return 'xml';
  if (/^\s*</u.test(text) || CONTROL.test(text)) return null;
  const [first = ''] = text.split(/\r?\n/u, 1);
  return SEPARATOR.test(first) ? 'csv' : null;
}

/** Looks at a text piece by piece: XML without a document type, or a CSV in UTF-8 or GB 18030. */
export class TextScan {
  private tail = '';
  private readonly decoders = ['utf-8', 'gb18030'].map((encoding) => ({
    decoder: new TextDecoder(encoding, { fatal: true }),
    isRead: true,
  }));

  /** @throws FileProblem */
  constructor(
    private readonly type: 'xml' | 'csv',
    head: Buffer,
  ) {
    if (type !== 'xml') return;
    const encoding = DECLARED.exec(withoutMark(head).trimStart())?.[1];
    if (encoding === undefined || ENCODINGS.test(encoding)) return;
    refuse(
      '此XML的编码不在UTF-8、GB18030之列，请另存后上传。',
      'The XML is neither in UTF-8 nor in GB 18030: save it anew.',
    );
  }

  /** @throws FileProblem */
  look(piece: Buffer): void {
    const here = this.tail + piece.toString('latin1');
    if (this.type === 'xml' && DOCTYPE.test(here)) {
      refuse(
        '此XML含有文档类型定义（DOCTYPE），不予接受；请上传税务数字账户导出的原文件。',
        'The XML has a document type (DOCTYPE), which is not taken: upload the file as the tax account exported it.',
      );
    }
    this.tail = here.slice(-OVERLAP);
    if (CONTROL.test(here)) this.notText();
    for (const each of this.decoders) each.isRead &&= isRead(each.decoder, piece);
    if (this.decoders.every((each) => !each.isRead)) this.notText();
  }

  /** @throws FileProblem */
  end(): void {
    for (const each of this.decoders) each.isRead &&= isRead(each.decoder, null);
    if (this.decoders.every((each) => !each.isRead)) this.notText();
  }

  private notText(): never {
    return refuse(
      '此文本文件中有无法识别的字符，请以UTF-8编码另存后上传。',
      'The text holds characters that cannot be read: save it in UTF-8 and upload it again.',
    );
  }
}

function isRead(decoder: TextDecoder, piece: Buffer | null): boolean {
  try {
    if (piece === null) decoder.decode();
    else decoder.decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function withoutMark(head: Buffer): string {
  const text = head.toString('latin1');
  return text.startsWith(BOM) ? text.slice(BOM.length) : text;
}
