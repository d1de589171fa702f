import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** Leaves a byte-order mark out, as files from other systems often bear one. Other bytes than UTF-8 would be lost in silence. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** Marks of UTF-16, low byte first and high byte first. */
const UTF16_MARKS: readonly string[] = ['fffe', 'feff'];

/**
 * The whole of a file, or of standard input where the file is `-`.
 *
 * @throws Error if it cannot be read, or is in another encoding than UTF-8, with what to do.
 */
export async function readInput(file: string): Promise<string> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
  try {
    return UTF8.decode(bytes);
  } catch {
    const isUtf16 = UTF16_MARKS.includes(bytes.subarray(0, 2).toString('hex'));
    throw new Error(
      `it is in ${isUtf16 ? 'UTF-16' : 'another encoding, perhaps GB18030'}, not in UTF-8: save it as UTF-8`,
    );
  }
}
