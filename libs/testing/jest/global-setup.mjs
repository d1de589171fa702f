/** Jest loads this file untransformed, so what it imports is compiled first; that takes no time when nothing changed. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export default async function globalSetup() {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'libs/testing'], {
    cwd: root,
    stdio: 'inherit',
  });
  const { startSharedServer } = await import('../dist/shared-server.js');
  globalThis.stopSharedServer = await startSharedServer();
}
