/** `npm run test:faults [-- --minutes 30 --seed 1]`: harms the running system in every way, and writes docs/reliability.md. */
import { become, ensureBuilt, ensureInstalled, requireNode } from './workspace.mjs';

requireNode();
ensureInstalled();
ensureBuilt(['apps/api', 'test']);
become(process.execPath, ['test/dist/faults/main.js', ...process.argv.slice(2)]);
