import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

/** The whole of a file, or of standard input where the file is `-`. */
export async function readInput(file: string): Promise<string> {
  return file === '-' ? text(process.stdin) : readFile(file, 'utf8');
}
