import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface CliResult {
  status: unknown;
  out: string;
  err: string;
}

let fresh: Promise<CliResult> | null = null;

/** Runs the command as a user does, but for npm: `npm run --silent duixian -- …`. */
export async function runCli(args: readonly string[], input = ''): Promise<CliResult> {
  // The first run builds what is stale, and says so on standard error.
  fresh ??= run(['--help'], '');
  await fresh;
  return run(args, input);
}

async function run(args: readonly string[], input: string): Promise<CliResult> {
  const child = spawn(process.execPath, ['infra/scripts/duixian.mjs', ...args], { cwd: ROOT });
  const closed = once(child, 'close');
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await closed) as unknown[];
  return { status, out, err };
}
