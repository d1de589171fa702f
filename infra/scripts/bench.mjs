/** `npm run bench`: measures, prints the ratios and writes docs/benchmarks.md. */
import { ensureBuilt, ensureInstalled, requireNode, run } from './workspace.mjs';

requireNode();
ensureInstalled();
ensureBuilt(['apps/api', 'test']);
process.exitCode = run(process.execPath, ['test/dist/bench/main.js', ...process.argv.slice(2)]);
