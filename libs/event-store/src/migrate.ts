import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** The role the application works under: it may add events and read them, and never change one. */
export const APPLICATION_ROLE = 'duixian_app';

const MIGRATIONS = new URL('../migrations/', import.meta.url);

// Any number does, as long as nobody else locks it: "es" in ASCII.
const MIGRATION_LOCK = 0x6573;

/**
 * Brings schema `es` and the grants of {@link APPLICATION_ROLE} up to date; repeating does nothing, and two at once wait
 * for each other. Each migration is applied in a transaction of its own, in the order of its name.
 *
 * @param ownerUrl of the database's owner, who may create roles. The application's login is made a member of
 *   {@link APPLICATION_ROLE} and connects with `options=-c role=duixian_app`.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('create schema if not exists es');
    await client.query(
      'create table if not exists es.migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const applied = await client.query<{ name: string }>('select name from es.migration');
    const done = new Set(applied.rows.map((row) => row.name));
    for (const name of await migrationNames()) {
      if (!done.has(name)) await applyMigration(client, name);
    }
  } finally {
    await client.end();
  }
}

async function migrationNames(): Promise<string[]> {
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
