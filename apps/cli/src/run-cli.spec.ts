import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface CliResult {
  status: unknown;
  out: string;
  err: string;
}

let fresh: Promise<CliResult> | null = null;

/**
 * Runs the command as a user does, but for npm: `npm run --silent duixian -- …`.
 *
 * @param until how much of the output is read, as by `head`; all of it when left out.
 */
export async function runCli(
  args: readonly string[],
  input = '',
  until: { readonly linesRead: number } | null = null,
): Promise<CliResult> {
  // The first run builds what is stale, and says so on standard error.
  fresh ??= run(['--help'], '', null);
  await fresh;
  return run(args, input, until);
}

async function run(
  args: readonly string[],
  input: string,
  until: { readonly linesRead: number } | null,
): Promise<CliResult> {
  const child = spawn(process.execPath, ['infra/scripts/duixian.mjs', ...args], { cwd: ROOT, env: process.env });
  const closed = once(child, 'close');
  child.stdin.end(input);
  const read = until === null ? text(child.stdout) : firstLines(child.stdout, until.linesRead);
  const [out, err] = await Promise.all([read, text(child.stderr)]);
  const [status] = (await closed) as unknown[];
  return { status, out, err };
}

/** Reads that many lines and closes the pipe, as `head` does. */
async function firstLines(stream: Readable, lines: number): Promise<string> {
  let read = '';
  // Leaving the loop destroys the stream.
  for await (const chunk of stream) {
    read += String(chunk);
    if (read.split('\n').length > lines) break;
  }
  return read;
}
