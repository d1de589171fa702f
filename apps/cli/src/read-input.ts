import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** Leaves a byte-order mark out, as files from other systems often bear one. */
const UTF8 = new TextDecoder('utf-8');

/** The whole of a file, or of standard input where the file is `-`. */
export async function readInput(file: string): Promise<string> {
  return UTF8.decode(file === '-' ? await buffer(process.stdin) : await readFile(file));
}
