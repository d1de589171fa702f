import { once } from 'node:events';

/** Writes lines to standard output as fast as the reader takes them, and no faster. */
export async function writeLines(lines: Iterable<string>): Promise<void> {
  for (const line of lines) {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  }
}
