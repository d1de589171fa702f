import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { FileType } from '@duixian/casework';
import { allowanceOf, readArchive } from './archive.js';
import { ContentScan } from './content-scan.js';
import { refuse } from './file-problem.js';

/** How names of each type end. */
const ENDINGS: Readonly<Record<FileType, readonly string[]>> = {
  pdf: ['pdf'],
  ofd: ['ofd'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  xml: ['xml'],
  xlsx: ['xlsx'],
  csv: ['csv', 'txt'],
  zip: ['zip'],
};

/**
 * Reads a file through, in pieces, and says what it is by its content.
 *
 * @param name that it came under: it ends as its type does, so that nobody opens something else than he sees.
 * @throws FileProblem
 */
export async function inspectFile(path: string, name: string): Promise<FileType> {
  const scan = new ContentScan();
  await pipeline(createReadStream(path), scan);
  const type = scan.type === 'zip' ? await readArchive(path, allowanceOf(scan.bytes)) : scan.type;
  if (type === null) throw new Error(`${path} ended before it was looked at.`);
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!ENDINGS[type].includes(ending)) {
    const wanted = ENDINGS[type].map((each) => `.${each}`);
    refuse(
      `文件内容是${type.toUpperCase()}，文件名却以“.${ending}”结尾；请将扩展名改为${wanted.join('或')}后重新上传。`,
      `The content is ${type.toUpperCase()} and the name ends in ‘.${ending}’: rename the file to ${wanted.join(' or ')} and upload it again.`,
      'name',
    );
  }
  return type;
}
