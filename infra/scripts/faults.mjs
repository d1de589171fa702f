/** `npm run test:faults [-- --minutes 30 --seed 1]`: harms the running system in every way, and writes docs/reliability.md. */
import { ensureBuilt, ensureInstalled, requireNode, run } from './workspace.mjs';

requireNode();
ensureInstalled();
ensureBuilt(['apps/api', 'test']);
process.exitCode = run(process.execPath, ['test/dist/faults/main.js', ...process.argv.slice(2)]);
