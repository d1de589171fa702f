import {
  asOwner,
  assertRights,
  newerDatabase,
  notMigrated,
  OWNER_OPTIONS,
  runsBesideLater,
} from '@duixian/event-store';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { Accounts1764100000000 } from './migrations/accounts-1764100000000.js';
import { ActivationCodes1764500000000 } from './migrations/activation-codes-1764500000000.js';
import { Demo1763900000000 } from './migrations/demo-1763900000000.js';
import { Identity1763800000000 } from './migrations/identity-1763800000000.js';
import { IdentityProvider1764700000000 } from './migrations/identity-provider-1764700000000.js';
import { Objectors1764600000000 } from './migrations/objectors-1764600000000.js';
import { Payees1764200000000 } from './migrations/payees-1764200000000.js';
import { MachineAccounts1765200000000 } from './migrations/machine-accounts-1765200000000.js';
import { OfficeClauses1765000000000 } from './migrations/office-clauses-1765000000000.js';
import { OfficeRows1764900000000 } from './migrations/office-rows-1764900000000.js';
import { PersonalRows1764400000000 } from './migrations/personal-rows-1764400000000.js';
import { SecurityLog1764300000000 } from './migrations/security-log-1764300000000.js';
import { Uploads1764800000000 } from './migrations/uploads-1764800000000.js';
import { WhoIsThere1764300100000 } from './migrations/who-is-there-1764300100000.js';
import { RIGHTS } from './rights.js';

/** In order. */
const MIGRATIONS = [
  Identity1763800000000,
  Demo1763900000000,
  Accounts1764100000000,
  Payees1764200000000,
  SecurityLog1764300000000,
  WhoIsThere1764300100000,
  PersonalRows1764400000000,
  ActivationCodes1764500000000,
  Objectors1764600000000,
  IdentityProvider1764700000000,
  Uploads1764800000000,
  OfficeRows1764900000000,
  OfficeClauses1765000000000,
  MachineAccounts1765200000000,
];

/** Names of all migrations of this version, in order. */
export function identityMigrationNames(): string[] {
  return MIGRATIONS.map(({ name }) => name);
}

/**
 * Brings the tables outside the log, and what the application may do with them, up to date, as the database's owner.
 * Repeating does nothing.
 *
 * @param only names of those to be applied: a backup is restored into tables as they were when it was made. The rights
 *   are left to the call that applies the rest.
 * @throws EventStoreError `NEWER_DATABASE`, `WRONG_RIGHTS`.
 */
export async function migrateIdentity(ownerUrl: string, only?: readonly string[]): Promise<void> {
  // Two processes that start at once wait for each other here; the lock goes with the connection.
  await asOwner(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('duixian identity migration'))`);
    await client.query('create schema if not exists identity');
    await appliedOf(client);
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      extra: { options: OWNER_OPTIONS, runsBesideLater },
      migrations: MIGRATIONS.filter(({ name }) => only?.includes(name) ?? true),
      migrationsTableName: 'migration',
      schema: 'identity',
    });
    await source.initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    if (only === undefined && !(await runsBesideLater(client))) await assertRights(client, RIGHTS);
  });
}

/**
 * Refuses a database whose tables outside the log are not of this version, to a process that may not migrate them.
 *
 * @throws EventStoreError `NEWER_DATABASE`, `NOT_MIGRATED`.
 */
export async function assertIdentityMigrated(client: pg.ClientBase): Promise<void> {
  const applied = await appliedOf(client);
  if (MIGRATIONS.every(({ name }) => applied.includes(name))) return;
  throw notMigrated();
}

/** @throws EventStoreError `NEWER_DATABASE` when more was applied than this version knows. */
export async function appliedOf(client: pg.Pool | pg.ClientBase): Promise<readonly string[]> {
  const { rows: found } = await client.query(`select where to_regclass('identity.migration') is not null`);
  if (found.length === 0) return [];
  const { rows } = await client.query<{ name: string }>('select name from identity.migration');
  const applied = rows.map(({ name }) => name);
  const unknown = applied.filter((name) => !MIGRATIONS.some((known) => known.name === name));
  if (unknown.length > 0 && !(await runsBesideLater(client))) throw newerDatabase(unknown);
  return applied;
}
