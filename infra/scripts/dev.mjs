/** `npm run dev`: the API restarts and the admin reloads when a source changes. Open the address that Vite prints. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, requireNode, root } from './workspace.mjs';

requireNode();
ensureInstalled();
ensureBuilt(['apps/api']);

const node = [
  { cwd: root, args: ['node_modules/typescript/bin/tsc', '--build', '--watch', '--preserveWatchOutput', 'apps/api'] },
  { cwd: root, args: ['--watch', '--watch-preserve-output', 'apps/api/dist/main.js'] },
  { cwd: join(root, 'apps', 'admin'), args: [join(root, 'node_modules/vite/bin/vite.js')] },
];
const children = node.map(({ cwd, args }) => spawn(process.execPath, args, { cwd, stdio: 'inherit' }));

/** One that ends takes the others with it; each gets to close what it has open. */
function stopAll(signal) {
  for (const child of children) child.kill(signal);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopAll(signal));
for (const child of children) child.on('exit', () => stopAll('SIGTERM'));
