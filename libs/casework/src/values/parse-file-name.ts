import { parseLine } from './parse-text.js';
import { read, unreadable, type Parsed } from './parsed.js';

declare const mark: unique symbol;

/** The name of a file that is handed in: a line, without a folder, that every system can keep. */
export type FileName = string & { readonly [mark]: 'file-name' };

const FILE_NAME_LENGTH_MAX = 200;
/** What divides folders, and what Windows keeps for itself. */
const FORBIDDEN = /[/\\:*?"<>|]/u;
/** Windows knows devices under these names, whatever is behind the point. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

export function parseFileName(text: string): Parsed<FileName> {
  const line = parseLine(text, FILE_NAME_LENGTH_MAX);
  if (!line.ok) return line;
  const name = line.value;
  const forbidden = FORBIDDEN.exec(name)?.[0];
  if (forbidden !== undefined) {
    return unreadable(
      `文件名不能含有“${forbidden}”，也不能带文件夹，请改名后重新选择。`,
      `A file's name holds no '${forbidden}' and no folder: rename the file and choose it again.`,
    );
  }
  if (name === '' || name.startsWith('.') || name.endsWith('.') || DEVICE.test(name)) {
    return unreadable(
      '文件名为空、以点开头或结尾，或是系统保留的名称，请改名后重新选择。',
      'The name is empty, begins or ends with a point, or is kept by the system: rename the file and choose it again.',
    );
  }
  return read(name as unknown as FileName);
}
