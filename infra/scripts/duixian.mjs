/** `npm run --silent duixian -- COMMAND`: the command line. Standard output belongs to the command alone. */
import { become, ensureBuilt, ensureInstalled, requireNode } from './workspace.mjs';

/** Commands that look after a running system's database: they belong to it, and need no part of the command line. */
const OF_THE_SYSTEM = ['migrate', 'verify', 'backup', 'restore'];

const [command, ...args] = process.argv.slice(2);

requireNode();
ensureInstalled({ quiet: true });
if (OF_THE_SYSTEM.includes(command)) {
  ensureBuilt(['apps/api'], { quiet: true });
  become(process.execPath, [`apps/api/dist/commands/${command}-main.js`, ...args]);
} else {
  ensureBuilt(['apps/cli'], { quiet: true });
  // npm runs scripts in the workspace's root; the files that a user names are relative to where he stands.
  process.chdir(process.env.INIT_CWD ?? '.');
  await import(new URL('../../apps/cli/dist/main.js', import.meta.url));
}
