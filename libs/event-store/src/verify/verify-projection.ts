import type pg from 'pg';
import { applyBatch } from '../apply-batch.js';
import { inTransaction, withConnection } from '../connection.js';
import { CORRECTION_AGREED } from '../event-row.js';
import type { ProjectionContext } from '../follow-projection.js';
import type { Projection } from '../projection.js';
import { createKeeping } from '../read-schema.js';
import type { Difference } from './difference.js';
import { differingRow, type ComparedTable } from './differing-row.js';
import { inSnapshot } from './verify-log.js';

const BATCH_SIZE = 500;
/** A correction that comes in between is folded by the one and not yet by the other. */
const ATTEMPTS_MAX = 3;
/** What says of a building when and from which code it was made; `<table>.<column>` of a part of one. */
const OF_THE_BUILD = ['built_from', 'set_aside.since'];

/**
 * Builds a read model once more from the log, beside the live one, and compares them row by row at the same position.
 * Followers wait for no more than the last few events.
 *
 * @param apart columns that the log alone does not give, as `<table>.<column>`: they are not compared.
 * @returns the first row that differs, or table that is not what it should be; null when they are the same, or when there
 *   are no live tables of this version, as in a database that was restored and not yet started on.
 */
export async function verifyProjection(
  projection: Projection,
  context: ProjectionContext,
  apart: readonly string[] = [],
): Promise<Difference | null> {
  for (let attempt = 1; ; attempt += 1) {
    const compared = await compareOnce(projection, context, apart);
    if (compared === null || attempt === ATTEMPTS_MAX) return compared;
    if (!(await isBeingCorrected(projection, context.pool))) return compared;
  }
}

async function compareOnce(
  projection: Projection,
  context: ProjectionContext,
  apart: readonly string[],
): Promise<Difference | null> {
  const schema = `${projection.name}__verify`;
  const { pool } = context;
  try {
    await inTransaction(pool, async (tx) => {
      await tx.query(`drop schema if exists ${schema} cascade`);
      await tx.query(`create schema ${schema}`);
      await createKeeping(tx, schema, projection);
      await projection.create(tx, schema);
    });
    const copy = new Copy(projection, context, schema);
    await copy.follow();
    return await withConnection(pool, async (holder) => {
      await holder.query('begin');
      // Keeps the followers out, so that the live tables stand still until both are seen in one snapshot.
      const live = await holder.query(
        `select from follow.read_model where name = $1 and version = $2 and to_regnamespace($1) is not null for update`,
        [projection.name, projection.version],
      );
      await copy.follow();
      const difference = await inSnapshot(pool, async (client) => {
        const tables = await tablesOf(client, schema, apart);
        await holder.query('commit');
        if (live.rowCount === 0) return null;
        const stored = await tablesOf(client, projection.name, apart);
        for (const table of tables) {
          const found =
            lackingColumns(projection.name, table, stored) ??
            (await differingRow(client, projection.name, schema, table));
          if (found !== null) return found;
        }
        return null;
      });
      return difference;
    });
  } finally {
    await pool.query(`drop schema if exists ${schema} cascade`);
  }
}

/** Whether the live tables are about to be built again, or have not come to a correction that the copy has read. */
async function isBeingCorrected({ name }: Projection, pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ corrected: boolean }>(
    `select exists (select from ${name}.built_from where outdated)
         or exists (select from es.event e left join ${name}.progress p on p.tenant = e.tenant
                     where e.type = $1 and e.position > coalesce(p.position, 0)) as corrected`,
    [CORRECTION_AGREED],
  );
  return rows[0]?.corrected === true;
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
        await inTransaction(pool, (tx) => this.applyNext(tx, tenant, BigInt(position)));
      }
    }
  }

  private async applyNext(tx: pg.ClientBase, tenant: string, until: bigint): Promise<void> {
    const after = this.position(tenant);
    const limit = until - after < BigInt(BATCH_SIZE) ? Number(until - after) : BATCH_SIZE;
    const batch = await this.context.store.readAll(tenant, after, limit, tx);
    await applyBatch(this.projection, batch, tx, this.schema);
    this.reached.set(tenant, batch.at(-1)?.position ?? until);
  }

  private position(tenant: string): bigint {
    return this.reached.get(tenant) ?? 0n;
  }
}

async function tablesOf(client: pg.ClientBase, schema: string, apart: readonly string[]): Promise<ComparedTable[]> {
  const { rows } = await client.query<ComparedTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attname) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')
        and c.relname <> all ($2) and c.relname || '.' || a.attname <> all ($2)
      group by 1 order by 1`,
    [schema, [...OF_THE_BUILD, ...apart]],
  );
  return rows;
}

/** What a live table lacks, or has beside it; all of it where it is not there. Null when its columns are those of the copy. */
function lackingColumns(live: string, { name, columns }: ComparedTable, stored: ComparedTable[]): Difference | null {
  const [computed, found] = [columns.join(', '), stored.find((table) => table.name === name)?.columns.join(', ')];
  if (found === computed) return null;
  const subject = `${live}.${name}`;
  return {
    check: 'read-table',
    tenant: '',
    position: null,
    subject,
    field: 'columns',
    stored: found ?? null,
    computed,
  };
}
