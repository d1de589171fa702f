/**
 * `npm run lint`: types (specs included), rules and boundaries, circles, formatting, and that everything in the schema has
 * a description. Two at a time, the longest first. Shows all findings before it fails.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, requireNode, root } from './workspace.mjs';

const AT_A_TIME = 2;
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

requireNode();
ensureInstalled();
const waiting = [
  // In parts: the types of all of it at once do not fit into what Node gives a process.
  eslint('apps/api'),
  eslint('.', '--ignore-pattern=libs', '--ignore-pattern=apps/api'),
  eslint('libs'),
  tool('typescript/bin/tsc', '--project', 'tsconfig.json'),
  tool('typescript/bin/tsc', '--project', 'apps/admin/tsconfig.json'),
  tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  tool(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config=dependency-cruiser.config.mjs',
    'apps',
    'libs',
    'test',
  ),
  ['apps/api/lint-schema.mjs', 'apps/api/schema.graphql'],
];
const lanes = Array.from({ length: AT_A_TIME }, async () => {
  let isFine = true;
  for (let args = waiting.shift(); args !== undefined; args = waiting.shift()) isFine = (await passes(args)) && isFine;
  return isFine;
});
process.exitCode = (await Promise.all(lanes)).every(Boolean) ? 0 : 1;

function eslint(...paths) {
  return tool('eslint/bin/eslint.js', '--max-warnings=0', ...paths);
}

function tool(file, ...args) {
  return [join('node_modules', file), ...args];
}

/** What it says is shown in one piece, once it has ended. */
function passes(args) {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: OUTPUT_BYTES_MAX }, (error, stdout, stderr) => {
      process.stdout.write(stdout);
      process.stderr.write(stderr);
      resolve(error === null);
    });
  });
}
