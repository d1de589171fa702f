/**
 * `npm run lint`: types (specs included), rules and boundaries, circles, formatting, and that everything in the schema has
 * a description. Shows all findings before it fails.
 */
import { ensureInstalled, requireNode, run, runTool } from './workspace.mjs';

requireNode();
ensureInstalled();
const results = [
  runTool('typescript/bin/tsc', ['--project', 'tsconfig.json']),
  runTool('typescript/bin/tsc', ['--project', 'apps/admin/tsconfig.json']),
  // In parts: the types of all of it at once do not fit into what Node gives a process.
  eslint(['libs']),
  eslint(['apps/api']),
  eslint(['.', '--ignore-pattern=libs', '--ignore-pattern=apps/api']),
  runTool('dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config=dependency-cruiser.config.mjs',
    'apps',
    'libs',
    'test',
  ]),
  runTool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  run(process.execPath, ['apps/api/lint-schema.mjs', 'apps/api/schema.graphql']),
];
process.exitCode = results.every((status) => status === 0) ? 0 : 1;

function eslint(paths) {
  return runTool('eslint/bin/eslint.js', ['--max-warnings=0', ...paths]);
}
