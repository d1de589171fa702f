/** `npm run build`: builds every project that changed. */
import { build, ensureInstalled, requireNode } from './workspace.mjs';

requireNode();
ensureInstalled();
process.exitCode = build([]);
