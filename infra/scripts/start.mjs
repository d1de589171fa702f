/** `npm start [-- --fresh]`: installs and builds what is missing, then runs Duixian. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { become, ensureBuilt, ensureInstalled, fail, requireNode, root } from './workspace.mjs';

const dataDir = join(root, '.data');
const args = process.argv.slice(2);

requireNode();
if (args.includes('--fresh')) await beginAnew();
ensureInstalled();
ensureBuilt(['apps/api', 'apps/admin']);
// A person at a terminal wants the address and what goes wrong; whoever collects logs gets everything.
if (process.stdout.isTTY) process.env.DUIXIAN_LOG_LEVEL ??= 'warn';
become(process.execPath, ['apps/api/dist/main.js', ...args.filter((arg) => arg !== '--fresh')]);

async function beginAnew() {
  if (process.env.DATABASE_URL) fail('--fresh deletes .data/ only; empty the database of DATABASE_URL yourself.');
  if (!existsSync(dataDir)) return;
  const pid = runningServer();
  if (pid !== null)
    fail(`A database server (process ${pid}) is still using .data/. Stop Duixian first, then try again.`);
  if (!process.stdin.isTTY) fail('--fresh deletes all data and asks before it does: run it in a terminal.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Delete all claims, payments and accounts in .data/? [y/N] ');
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) fail('Nothing was deleted.');
  rmSync(dataDir, { recursive: true, force: true });
}

/** The process of a PostgreSQL that is alive in .data/, or null. */
function runningServer() {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? pid : null;
  }
}
