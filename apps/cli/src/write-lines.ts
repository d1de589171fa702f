import { pipeline } from 'node:stream/promises';

/** Writes lines to standard output as fast as the reader takes them, until there are no more or he closes it. */
export async function writeLines(lines: Iterable<string>): Promise<void> {
  try {
    await pipeline(terminated(lines), process.stdout, { end: false });
  } catch (error) {
    if (!isClosedByReader(error)) throw error;
  }
}

function* terminated(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** `head` closes the pipe once it has seen enough: that is no error. */
function isClosedByReader(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
