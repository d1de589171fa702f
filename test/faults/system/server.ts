import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type EmbeddedServer } from '@duixian/postgres';
import { hasPostgres15, startPostgres15 } from '@duixian/testing/postgres15';

/** A PostgreSQL of its own, as durable as in production, that is looked after as the embedded one always is. */
export interface FaultyServer {
  readonly adminUrl: string;
  /** SIGKILL to the postmaster; whoever looks after it starts it again. */
  kill(): void;
  stop(): Promise<void>;
}

/** The oldest PostgreSQL that is supported, where there is one. */
export async function startOldestServer(): Promise<FaultyServer> {
  if (!hasPostgres15) return startFaultyServer();
  const server = await startPostgres15();
  return {
    adminUrl: server.adminUrl,
    kill: () => {
      throw new Error('Nobody would start it again.');
    },
    stop: () => server.stop(),
  };
}

/** @param folder in which the data go; one that is made for it and removed in the end, if left out. */
export async function startFaultyServer(folder?: string): Promise<FaultyServer> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'duixian-faults-')));
  // Root runs PostgreSQL as another user, to whom a fresh folder is closed.
  await chmod(place, 0o755);
  const server: EmbeddedServer = await startEmbedded({ dataDir: join(place, 'postgres'), say: () => undefined });
  return {
    adminUrl: server.adminUrl,
    kill: () => void process.kill(server.pid, 'SIGKILL'),
    stop: async () => {
      await server.stop();
      if (folder === undefined) await rm(place, { recursive: true, force: true });
    },
  };
}
