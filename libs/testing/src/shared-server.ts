import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded } from '@duixian/postgres';
import { serverFolder } from './server-folder.js';

/** How the test server's address reaches jest's workers, which inherit the environment. */
export const ADMIN_URL_VARIABLE = 'DUIXIAN_TEST_ADMIN_URL';

/** Starts the one PostgreSQL of a test run; the function it answers stops it and removes its data. */
export async function startSharedServer(): Promise<() => Promise<void>> {
  const folder = await serverFolder();
  const server = await startEmbedded({ dataDir: join(folder, 'postgres') });
  process.env[ADMIN_URL_VARIABLE] = server.adminUrl;
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
