/** `npm run lint`: types (specs included), rules and boundaries, and formatting. Shows all findings before it fails. */
import { ensureInstalled, requireNode, runTool } from './workspace.mjs';

requireNode();
ensureInstalled();
const results = [
  runTool('typescript/bin/tsc', ['--project', 'tsconfig.json']),
  runTool('typescript/bin/tsc', ['--project', 'apps/admin/tsconfig.json']),
  runTool('eslint/bin/eslint.js', ['--max-warnings=0', '.']),
  runTool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
];
process.exitCode = results.every((status) => status === 0) ? 0 : 1;
