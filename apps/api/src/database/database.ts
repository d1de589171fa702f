import { join } from 'node:path';
import { APPLICATION_ROLE, migrate } from '@duixian/event-store';
import { ensureDatabase, startEmbedded, withClient } from '@duixian/postgres';
import type { Config } from '../config/config.js';
import { migrateIdentity } from './migrate-identity.js';

/** A database that is migrated and ready for the application. */
export interface Database {
  /** For the application's connections, which work under {@link APPLICATION_ROLE}. */
  readonly url: string;
  /** Where it runs, without a password: for people to read. */
  readonly describes: string;
  /** Stops the embedded server; nothing to do for one that others run. */
  stop(): Promise<void>;
}

/** Startup parameter that puts a connection under the application's role, which may never change an event. */
export const APPLICATION_OPTIONS = `-c role=${APPLICATION_ROLE}`;

/** The database did not answer, or its owner lacks a right. The message says what to do. */
export class DatabaseError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'DatabaseError';
  }
}

/**
 * Reaches the configured database, or starts the embedded one.
 *
 * @throws DatabaseError, PostgresError
 */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl !== null) {
    await assertReachable(config.databaseUrl);
    const { hostname, pathname } = new URL(config.databaseUrl);
    return prepared({ url: config.databaseUrl, describes: hostname + pathname, stop: () => Promise.resolve() });
  }
  const server = await startEmbedded({ dataDir: join(config.dataDir, 'postgres') });
  const url = await ensureDatabase(server.adminUrl, 'duixian');
  return prepared({ url, describes: config.dataDir, stop: () => server.stop() });
}

async function prepared(database: Database): Promise<Database> {
  try {
    await migrate(database.url);
    await migrateIdentity(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function assertReachable(url: string): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  try {
    await withClient(url, (client) => client.query('select 1'));
  } catch (error) {
    throw new DatabaseError(
      `The database at ${hostname}:${port || '5432'}${pathname} does not answer: ${String(error)}. Check DATABASE_URL, ` +
        'or unset it to run an embedded PostgreSQL.',
      error,
    );
  }
}
