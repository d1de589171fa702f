import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { chainPast } from './chain-past.js';
import { DatabaseNotReady } from './errors.js';
import { runsBesideLater } from './format.js';
import { asOwner } from './owner.js';
import { assertRights, LOG_RIGHTS, missingRoles } from './rights.js';
import { APPLICATION_ROLE, CITY_ROLE } from './tenant-rows.js';

const MIGRATIONS = new URL('../migrations/', import.meta.url);

// Any number does, as long as nobody else locks it: "es" in ASCII.
const MIGRATION_LOCK = 0x6573;
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Brings the log's schemas and the rights of the application's role up to date; repeating does nothing, and two at once
 * wait for each other. Each migration is applied in a transaction of its own, in the order of its name.
 *
 * @param ownerUrl of the database's owner, who may create roles.
 * @param only names of those to be applied: a backup is restored into tables as they were when it was made. The rights
 *   are left to the call that applies the rest.
 * @throws DatabaseNotReady `NEWER_DATABASE`, `WRONG_RIGHTS`.
 */
export async function migrate(ownerUrl: string, only?: readonly string[]): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('create schema if not exists es');
    await client.query(
      'create table if not exists es.migration (name text primary key, applied_at timestamptz not null default now())',
    );
    await ensureApplicationRoles(client);
    const { missing } = await compareMigrations(client);
    for (const name of missing) if (only?.includes(name) ?? true) await applyMigration(client, name);
    if (only !== undefined || (await runsBesideLater(client))) return;
    await chainPast(client);
    await assertRights(client, LOG_RIGHTS);
  });
}

/**
 * Refuses a database that is not of this version, to a process that may not migrate it.
 *
 * @throws DatabaseNotReady `NEWER_DATABASE`, `NOT_MIGRATED`.
 */
export async function assertMigrated(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ migrated: boolean }>(
    `select to_regclass('es.migration') is not null as migrated`,
  );
  if (rows[0]?.migrated !== true || (await compareMigrations(client)).missing.length > 0) throw notMigrated();
  const { rowCount } = await client.query('select from es.head where link is null limit 1');
  if (rowCount !== 0) throw notMigrated();
}

/** The refusal of a database that an earlier version left, to a process that may not bring it up to date. */
export function notMigrated(): DatabaseNotReady {
  return new DatabaseNotReady(
    'NOT_MIGRATED',
    '数据库尚未升级到本版本，而 DATABASE_URL 中的角色无权升级。请先在 DATABASE_URL 中给出属主的地址并运行“duixian migrate”。',
    'The database is not of this version yet, and the role in DATABASE_URL may not bring it there. Run ' +
      '"duixian migrate" with the address of the owner in DATABASE_URL first.',
  );
}

/**
 * What is still to be applied.
 *
 * @throws DatabaseNotReady `NEWER_DATABASE` if more was applied than this version knows, and nobody said that it may stay.
 */
export async function compareMigrations(db: pg.Pool | pg.ClientBase): Promise<{ missing: readonly string[] }> {
  const applied = await db.query<{ name: string }>('select name from es.migration');
  const done = new Set(applied.rows.map((row) => row.name));
  const known = await migrationNames();
  const unknown = [...done].filter((name) => !known.includes(name));
  if (unknown.length > 0 && !(await runsBesideLater(db))) throw newerDatabase(unknown);
  return { missing: known.filter((name) => !done.has(name)) };
}

/** The refusal of a database that a later version has migrated already. */
export function newerDatabase(migrations: readonly string[]): DatabaseNotReady {
  return new DatabaseNotReady(
    'NEWER_DATABASE',
    `数据库已由更新的版本升级（${migrations.join('、')}），本版本可能误读其记录。请运行该版本或更高版本。`,
    `The database was brought up to date by a later version (${migrations.join(', ')}), whose records this one might ` +
      'misread. Start that version, or a later one.',
  );
}

/** Names of all migrations of this version, in order. */
export async function migrationNames(): Promise<string[]> {
  const files = await readdir(MIGRATIONS);
  return files.filter((file) => file.endsWith('.sql')).sort();
}

async function applyMigration(client: pg.Client, name: string): Promise<void> {
  const sql = await readFile(new URL(name, MIGRATIONS), 'utf8');
  await client.query('begin');
  await client.query(sql);
  await client.query('insert into es.migration (name) values ($1)', [name]);
  await client.query('commit');
}

/**
 * Whose rights the application has: they belong to the whole server, so that a dump restored on another does not bring
 * them, and only some owners may make them.
 */
async function ensureApplicationRoles(client: pg.Client): Promise<void> {
  try {
    await makeApplicationRoles(client);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE)) throw error;
    const missing = await missingRoles(client);
    const creates = missing.map((role) => `create role ${role}; `).join('');
    const sql = `${creates}grant ${CITY_ROLE} to ${APPLICATION_ROLE};`;
    throw new DatabaseNotReady(
      'NO_LOGIN',
      `数据库的属主不能创建应用所需的角色，或不能授予角色。请由服务器管理员执行“${sql}”，然后重试。`,
      'The owner of the database may not make the roles whose rights the application has, or not give one to the other. ' +
        `Let the server's administrator run\n  ${sql}\nthen try again.`,
    );
  }
}

async function makeApplicationRoles(client: pg.Client): Promise<void> {
  for (const role of await missingRoles(client)) {
    // Another database of the server may create it at this moment.
    await client.query(`do $$ begin create role ${role} nologin;
      exception when duplicate_object or unique_violation then null; end $$`);
  }
  const { rows } = await client.query<{ member: boolean }>(`select pg_has_role($1, $2, 'MEMBER') as member`, [
    APPLICATION_ROLE,
    CITY_ROLE,
  ]);
  if (rows[0]?.member !== true) await client.query(`grant ${CITY_ROLE} to ${APPLICATION_ROLE}`);
}
