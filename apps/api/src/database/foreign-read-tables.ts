import { APPLICATION_ROLE } from '@duixian/event-store';
import type pg from 'pg';
import { readProjection } from '../log/read-projection.js';

const { name } = readProjection;
const SCHEMAS = [name, `${name}__next`, `${name}__old`];

/**
 * Schemas of read tables that another than the application's role owns: a restored dump brings them so. The application
 * could neither fill nor replace them, and has all that is in them in the log.
 */
export async function foreignReadSchemas(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname as name from pg_namespace n
      where n.nspname = any ($1)
        and (pg_get_userbyid(n.nspowner) <> $2
             or exists (select from pg_class c where c.relnamespace = n.oid and pg_get_userbyid(c.relowner) <> $2))
      order by 1`,
    [SCHEMAS, APPLICATION_ROLE],
  );
  return rows.map((row) => row.name);
}

/** Throws them away, as the database's owner: the start that follows builds them from the log. */
export async function dropForeignReadSchemas(client: pg.ClientBase): Promise<void> {
  for (const schema of await foreignReadSchemas(client)) await client.query(`drop schema ${schema} cascade`);
}
