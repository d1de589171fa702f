import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@duixian/postgres';

/** Runs the work with a PostgreSQL of its own, durable as in production, and removes it afterwards. */
export async function withServer<T>(work: (adminUrl: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'duixian-bench-'));
  // Root runs PostgreSQL as another user, to whom a fresh folder is closed.
  await chmod(folder, 0o755);
  const server = await startEmbedded({ dataDir: join(folder, 'postgres') });
  const remove = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  // Ctrl-C does not reach the server, which would outlive the run.
  const interrupted = (): void => {
    void remove().finally(() => process.exit(1));
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work(server.adminUrl);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await remove();
  }
}
