/** `npm run test:fuzz [-- requests seed]`: sends random requests of every operation, by everybody, and reports what broke. */
import { ensureBuilt, ensureInstalled, requireNode, run } from './workspace.mjs';

requireNode();
ensureInstalled();
ensureBuilt(['apps/api', 'test']);
process.exitCode = run(process.execPath, ['test/dist/fuzz/main.js', ...process.argv.slice(2)]);
