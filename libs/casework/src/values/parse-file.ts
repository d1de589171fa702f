import { read, unreadable, type Parsed } from './parsed.js';

declare const mark: unique symbol;

/** The bytes of a file in base64. */
export type FileText = string & { readonly [mark]: 'file' };

/** Longest file that is handed in: a request holds it in base64, beside the rest. */
export const FILE_BYTES_MAX = 180_000;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function parseFileText(text: string): Parsed<FileText> {
  if (text.length > Math.ceil(FILE_BYTES_MAX / 3) * 4) {
    return unreadable(
      `文件不能超过${FILE_BYTES_MAX / 1000}KB，请分成几个文件先后导入。`,
      `A file has ${FILE_BYTES_MAX / 1000} kB at most: split it, and import the parts one after another.`,
    );
  }
  if (text !== '' && BASE64.test(text)) return read(text as FileText);
  return unreadable('文件为空或未能读取，请重新选择。', 'The file is empty or could not be read: choose it again.');
}
