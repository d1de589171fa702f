import type pg from 'pg';
import { withConnection } from './connection.js';
import type { ProjectionContext } from './follow-projection.js';
import type { Projection } from './projection.js';
import { CITY_ROLE, isolateTenants, type OfficeRules } from './tenant-rows.js';

/** Lets requests read the tables of a read model that was just made, each the rows of its city and office. */
export async function openSchemaToCities(client: pg.ClientBase, schema: string, offices?: OfficeRules): Promise<void> {
  await isolateTenants(client, schema, offices);
  await client.query(`grant usage on schema ${schema} to ${CITY_ROLE}`);
  await client.query(`grant select on all tables in schema ${schema} to ${CITY_ROLE}`);
}

/**
 * The same for the tables of an earlier release, which made them without: they are read until they are built anew. Nothing to
 * do where there are none, or where it was done.
 */
export async function openToCities(
  { name, offices }: Projection,
  { pool }: Pick<ProjectionContext, 'pool'>,
): Promise<void> {
  await withConnection(pool, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_namespace where nspname = $1 and not has_schema_privilege($2, oid, 'USAGE')`,
      [name, CITY_ROLE],
    );
    if (rowCount === 1) await openSchemaToCities(client, name, offices);
  });
}
