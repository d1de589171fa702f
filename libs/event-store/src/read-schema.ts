import pg from 'pg';
import { CORRECTION_AGREED, CORRECTION_STREAM_PREFIX } from './event-row.js';
import type { RecordedEvent } from './event.js';
import type { Projection } from './projection.js';
import { createSetAside } from './set-aside.js';

/**
 * What the event store keeps among the tables of each read model, so that it is renamed with them: from which code they
 * were built (`built_from`), how far they hold the log (`progress`), which corrections they hold (`corrected`), and which
 * streams they do not hold (`set_aside`).
 */
export async function createKeeping(tx: pg.ClientBase, schema: string, projection: Projection): Promise<void> {
  await tx.query(`create table ${schema}.built_from (
    version integer not null,
    fingerprint text not null,
    begun_at timestamptz not null,
    touched_at timestamptz not null,
    outdated boolean not null default false
  )`);
  await tx.query(`create table ${schema}.progress (tenant text collate "C" primary key, position bigint not null)`);
  await tx.query(`create table ${schema}.corrected (
    tenant text collate "C", event_id text collate "C", correction bigint not null, primary key (tenant, event_id)
  )`);
  await createSetAside(tx, schema);
  await tx.query(`insert into ${schema}.built_from values ($1, $2, clock_timestamp(), clock_timestamp())`, [
    projection.version,
    projection.fingerprint ?? '',
  ]);
}

/** What a schema's tables were built from. */
export interface BuiltFrom {
  readonly version: number;
  readonly fingerprint: string;
  /** ISO 8601, UTC. */
  readonly begunAt: string;
  /** Seconds since a build last went on with it. */
  readonly idleSeconds: number;
  /** Whether something it holds was corrected since, so that it has to be built again. */
  readonly outdated: boolean;
}

const UNDEFINED_TABLE = '42P01';

/** Null when a table does not exist: somebody switched to it, or dropped it, since it was found. */
export async function nullIfGone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return null;
    throw error;
  }
}

/**
 * Null when there is no such schema, or one of a release that kept no such table. Ask in a transaction only while
 * `follow.read_model` is locked, so that nobody renames the schema meanwhile.
 *
 * Reads the catalog's rows: `to_regclass` answers from what the connection remembers, and that a schema is missing it
 * goes on remembering, in a transaction that waited for the lock, when the switch has just renamed one.
 */
export async function readBuiltFrom(db: pg.Pool | pg.ClientBase, schema: string): Promise<BuiltFrom | null> {
  const { rowCount } = await db.query(
    `select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relname = 'built_from'`,
    [schema],
  );
  if (rowCount === 0) return null;
  const built = await nullIfGone(
    db.query<BuiltFrom>(
      `select version, fingerprint, outdated,
              to_char(begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "begunAt",
              extract(epoch from clock_timestamp() - touched_at)::float8 as "idleSeconds"
         from ${schema}.built_from`,
    ),
  );
  return built?.rows[0] ?? null;
}

/**
 * Notes which corrections the batch was read with. Where it agrees to a correction of an event that was folded before
 * without it, the tables are marked as outdated, and are built again.
 */
export async function noteCorrections(
  tx: pg.ClientBase,
  schema: string,
  batch: readonly RecordedEvent[],
): Promise<void> {
  for (const { tenant, eventId, correction } of batch) {
    if (correction === null) continue;
    await tx.query(
      `insert into ${schema}.corrected values ($1, $2, $3)
       on conflict (tenant, event_id) do update set correction = excluded.correction`,
      [tenant, eventId, correction.position],
    );
  }
  for (const { tenant, stream, position, type } of batch) {
    if (type !== CORRECTION_AGREED) continue;
    await tx.query(
      `update ${schema}.built_from set outdated = true
        where not exists (select from ${schema}.corrected where tenant = $1 and event_id = $2 and correction >= $3)`,
      [tenant, stream.slice(CORRECTION_STREAM_PREFIX.length), position],
    );
  }
}

export async function moveProgress(tx: pg.ClientBase, schema: string, tenant: string, position: bigint): Promise<void> {
  await tx.query(
    `insert into ${schema}.progress (tenant, position) values ($1, $2)
     on conflict (tenant) do update set position = excluded.position`,
    [tenant, position],
  );
}

/** Whether any stream of any tenant is set aside. */
export async function lacksSomething(db: pg.Pool | pg.ClientBase, schema: string): Promise<boolean> {
  const { rowCount } = await db.query(`select 1 from ${schema}.set_aside limit 1`);
  return rowCount === 1;
}
