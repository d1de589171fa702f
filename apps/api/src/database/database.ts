import { join } from 'node:path';
import {
  APPLICATION_ROLE,
  assertLoginPossible,
  assertMigrated,
  assertNotUnfinished,
  ensureApplicationLogin,
  findWrongLogin,
  findWrongRights,
  isOwner,
  migrate,
  runsBesideLater,
  wrongRights,
} from '@duixian/event-store';
import { ensureDatabase, startEmbedded, withClient } from '@duixian/postgres';
import type { Bilingual } from '@duixian/policy';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { dropForeignReadSchemas, foreignReadSchemas } from './foreign-read-tables.js';
import { assertIdentityMigrated, migrateIdentity } from './migrate-identity.js';
import { RIGHTS } from './rights.js';
import { readServerFacts, unfitness } from './server-fitness.js';

/** A database that is migrated and ready for the application. */
export interface Database {
  /** For the application's connections: of a role that may add to the log and read it, and no more. */
  readonly url: string;
  /** Where it runs, without a password: for people to read. */
  readonly describes: string;
  /** Stops the embedded server; nothing to do for one that others run. */
  stop(): Promise<void>;
  /** Resolves when the embedded server ended by itself and could not be started again; never otherwise. */
  readonly lost: Promise<Error>;
}

/** Startup parameter by which what the application creates belongs to its role, whoever of its members signs in. */
export const APPLICATION_OPTIONS = `-c role=${APPLICATION_ROLE}`;

/** The database cannot be used as it is. The message says what to do, a line in each language. */
export class DatabaseError extends Error {
  constructor({ zh, en }: Bilingual, cause: unknown = null) {
    super(`${zh}\n${en}`, { cause });
    this.name = 'DatabaseError';
  }
}

/**
 * Reaches the configured database, or starts the embedded one, and sees to it that it is of this version.
 *
 * Given the owner's address it migrates and goes on as the role that it makes for the application; no connection of the
 * owner stays. Given the address of such a role it looks whether somebody has migrated, and refuses otherwise.
 *
 * @throws DatabaseError, PostgresError, EventStoreError
 */
export async function openDatabase(config: Config): Promise<Database> {
  const { url: given, ...database } = await reach(config);
  try {
    await withClient(given, assertFit);
    const isOwned = await withClient(given, isOwner);
    if (!isOwned) {
      await assertReady(given);
      return { ...database, url: given };
    }
    await assertLoginPossible(given);
    await migrateSchemas(given);
    return { ...database, url: await ensureApplicationLogin(given) };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Brings everything up to date, as the database's owner. @throws EventStoreError */
export async function migrateSchemas(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  await migrateIdentity(ownerUrl);
  await withClient(ownerUrl, dropForeignReadSchemas);
}

/**
 * @throws DatabaseError when the server is too old, takes no writes, or cannot hold every character.
 * @throws BackupError when a restore of the database did not come to its end.
 */
export async function assertFit(client: pg.ClientBase): Promise<void> {
  const problem = unfitness(await readServerFacts(client));
  if (problem !== null) throw new DatabaseError(problem);
  await assertNotUnfinished(client);
}

/** Refuses a database that is not of this version, or whose rights are not as they must be, to the application. */
export async function assertReady(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const login = await findWrongLogin(client);
    if (login.length > 0) throw wrongRights(login);
    await assertMigrated(client);
    await assertIdentityMigrated(client);
    if (await runsBesideLater(client)) return;
    const { rows } = await client.query<{ login: string }>('select session_user as login');
    const rights = await findWrongRights(client, RIGHTS, rows[0]?.login);
    const foreign = await foreignReadSchemas(client);
    const problems = [
      ...rights,
      ...foreign.map((schema) => `The schema ${schema} does not belong to ${APPLICATION_ROLE}.`),
    ];
    if (problems.length > 0) throw wrongRights(problems);
  });
}

/** The database as it is given: the owner's address, or that of the application's role. */
async function reach(config: Config): Promise<Database> {
  if (config.databaseUrl === null) {
    const server = await startEmbedded({ dataDir: join(config.dataDir, 'postgres'), say });
    const url = await ensureDatabase(server.adminUrl, 'duixian');
    return { url, describes: config.dataDir, stop: () => server.stop(), lost: server.lost };
  }
  await assertReachable(config.databaseUrl);
  const { hostname, pathname } = new URL(config.databaseUrl);
  const lost = new Promise<Error>(() => undefined);
  return { url: config.databaseUrl, describes: hostname + pathname, stop: () => Promise.resolve(), lost };
}

/** Whoever runs the process has to see it, at whatever level it logs. */
function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** @throws DatabaseError when the server, the database or the role is not there, or the password is wrong. */
export async function assertReachable(url: string): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  try {
    await withClient(url, (client) => client.query('select 1'));
  } catch (error) {
    throw new DatabaseError(
      {
        zh: `${hostname}:${port || '5432'}${pathname} 上的数据库没有应答。请检查 DATABASE_URL，或不设置它以使用内置数据库。`,
        en:
          `The database at ${hostname}:${port || '5432'}${pathname} does not answer: ${String(error)}. Check DATABASE_URL, ` +
          'or unset it to run an embedded PostgreSQL.',
      },
      error,
    );
  }
}
