/** `npm run --silent duixian -- COMMAND`: the command line. Standard output belongs to the command alone. */
import { ensureBuilt, ensureInstalled, requireNode } from './workspace.mjs';

requireNode();
ensureInstalled({ quiet: true });
ensureBuilt(['apps/cli'], { quiet: true });
// npm runs scripts in the workspace's root; the files that a user names are relative to where he stands.
process.chdir(process.env.INIT_CWD ?? '.');
await import(new URL('../../apps/cli/dist/main.js', import.meta.url));
