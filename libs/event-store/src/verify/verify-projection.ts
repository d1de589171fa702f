import type pg from 'pg';
import { inTransaction, withConnection } from '../connection.js';
import type { Projection, ProjectionContext } from '../projection.js';
import type { Difference } from './difference.js';
import { inSnapshot } from './verify-log.js';

const BATCH_SIZE = 500;
/** Tables that say of the building itself when and from what, which differs from one building to the next. */
const OF_THE_BUILD = ['built_from'];

/**
 * Builds a read model once more from the log, beside the live one, and compares them row by row at the same position.
 * Followers wait for no more than the last few events.
 *
 * @returns the first row that one has and the other has not; null when they are the same.
 */
export async function verifyProjection(projection: Projection, context: ProjectionContext): Promise<Difference | null> {
  const schema = `${projection.name}__verify`;
  const { pool } = context;
  try {
    await inTransaction(pool, async (tx) => {
      await tx.query(`drop schema if exists ${schema} cascade`);
      await tx.query(`create schema ${schema}`);
      await projection.create(tx, schema);
    });
    const copy = new Copy(projection, context, schema);
    await copy.follow();
    return await withConnection(pool, async (holder) => {
      await holder.query('begin');
      // Keeps the followers out, so that the live tables stand still until both are seen in one snapshot.
      await holder.query('select 1 from follow.read_model where name = $1 for update', [projection.name]);
      await copy.follow();
      return inSnapshot(pool, async (client) => {
        const tables = await tablesOf(client, projection.name);
        await holder.query('commit');
        for (const table of tables) {
          const difference = await firstDifferingRow(client, projection.name, schema, table);
          if (difference !== null) return difference;
        }
        return null;
      });
    });
  } finally {
    await pool.query(`drop schema if exists ${schema} cascade`);
  }
}

/** A second read model, brought to where the live one is. */
class Copy {
  private readonly reached = new Map<string, bigint>();

  constructor(
    private readonly projection: Projection,
    private readonly context: ProjectionContext,
    private readonly schema: string,
  ) {}

  async follow(): Promise<void> {
    const { pool } = this.context;
    const { rows } = await pool.query<{ tenant: string; position: string }>(
      'select tenant, position from follow.checkpoint where name = $1 and version = $2 order by tenant',
      [this.projection.name, this.projection.version],
    );
    for (const { tenant, position } of rows) {
      while (this.position(tenant) < BigInt(position)) {
        await inTransaction(pool, (tx) => this.applyBatch(tx, tenant, BigInt(position)));
      }
    }
  }

  private async applyBatch(tx: pg.ClientBase, tenant: string, until: bigint): Promise<void> {
    const after = this.position(tenant);
    const limit = until - after < BigInt(BATCH_SIZE) ? Number(until - after) : BATCH_SIZE;
    const batch = await this.context.store.readAll(tenant, after, limit, tx);
    if (batch.length > 0) await this.projection.apply(batch, tx, this.schema);
    this.reached.set(tenant, batch.at(-1)?.position ?? until);
  }

  private position(tenant: string): bigint {
    return this.reached.get(tenant) ?? 0n;
  }
}

async function tablesOf(client: pg.ClientBase, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = $1::regnamespace and relkind in ('r', 'p') and relname <> all ($2) order by 1`,
    [schema, OF_THE_BUILD],
  );
  return rows.map(({ name }) => name);
}

async function firstDifferingRow(
  client: pg.ClientBase,
  live: string,
  copy: string,
  table: string,
): Promise<Difference | null> {
  const name = client.escapeIdentifier(table);
  const { rows } = await client.query<{ live: string | null; copy: string | null; tenant: string | null }>(
    `select (select min(t) from (select t::text as t from ${live}.${name} t
                                 except all select t::text from ${copy}.${name} t) only_live) as live,
            (select min(t) from (select t::text as t from ${copy}.${name} t
                                 except all select t::text from ${live}.${name} t) only_copy) as copy`,
  );
  const [found] = rows;
  if (found === undefined || (found.live === null && found.copy === null)) return null;
  return {
    check: 'read-table',
    tenant: /^\(("?)(\d+)\1,/.exec(found.live ?? found.copy ?? '')?.[2] ?? '',
    position: null,
    subject: `${live}.${table}`,
    field: 'row',
    stored: found.live,
    computed: found.copy,
  };
}
