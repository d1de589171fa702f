import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { applyBatch } from './apply-batch.js';
import { inTransaction } from './connection.js';
import { EventStoreError } from './errors.js';
import type { RecordedEvent } from './event.js';
import { laterFollows } from './heartbeat.js';
import type { ProjectionContext } from './follow-projection.js';
import { openSchemaToCities } from './open-to-cities.js';
import type { Projection } from './projection.js';
import { createKeeping, lacksSomething, nullIfGone, readBuiltFrom, type BuiltFrom } from './read-schema.js';

const SCHEMA_NAME = /^[a-z][a-z0-9_]{0,40}$/;
const BATCH_SIZE = 5_000;
/** Connections of a pool from which on one of them reads ahead. */
const READS_AHEAD_FROM = 4;
/** So few events are applied while the followers wait: writers go on, and a build that waited for all would never end. */
const SWITCHED_WITH = 500;
/** While another process has the next batch in hand. */
const TURN_MS = 50;
/** So long a switch waits for the statements that read the tables, and statements that come wait for it. */
const SWITCH_MS = 250;
/** Before it is tried again: readers that take long, as a verification does, are not kept from their tables meanwhile. */
const SWITCH_AGAIN_MS = 1_000;
const LOCK_NOT_AVAILABLE = '55P03';
/** A build with which nobody has gone on for so long was given up. */
const GIVEN_UP_SECONDS = 60;
/** Live tables of a later version that nobody of it has kept for so long are left to an older one. */
const LEFT_SECONDS = 20;

/**
 * Brings the read model to the projection's version: creates it, rebuilds it beside an older one and switches. It also
 * builds the same version again when an event that it holds was corrected, and when something is set aside and the code
 * that folds has changed since. Tables of a later version are left to those who keep them; after twenty
 * seconds in which nobody of it has followed the log they are replaced by older ones that somebody keeps.
 *
 * A build goes on from where another process, or a killed one, has left it; several processes take turns at it.
 *
 * @throws EventStoreError `INVALID_PROJECTION`.
 */
export async function ensureProjection(
  projection: Projection,
  context: ProjectionContext,
  stop?: AbortSignal,
): Promise<void> {
  const build = new Build(projection, context);
  const isDone = async (db: Database): Promise<boolean> => !(await build.isWanted(db));
  if (await isDone(context.pool)) return;
  await build.begin((begun) => build.isOurs(begun), isDone);
  await build.finish(isDone, stop);
}

/** Whether {@link ensureProjection} would build anything. */
export async function isBuildWanted(projection: Projection, context: ProjectionContext): Promise<boolean> {
  return new Build(projection, context).isWanted(context.pool);
}

/**
 * Builds the read model anew from the log beside the live one, and switches to it in one transaction. Writers, followers
 * and readers go on meanwhile: a statement reads the old tables or the new ones, whole in either case.
 *
 * @throws EventStoreError `INVALID_PROJECTION`; `LATER_VERSION` while the tables are those of a later version.
 */
export async function rebuild(projection: Projection, context: ProjectionContext, stop?: AbortSignal): Promise<void> {
  const build = new Build(projection, context);
  const { version } = (await readBuiltFrom(context.pool, projection.name)) ?? projection;
  if (version > projection.version) {
    throw new EventStoreError(
      'LATER_VERSION',
      `The read model is of version ${version}, and this is version ${projection.version}: ask a process of that version.`,
    );
  }
  const begun = await build.begin(
    () => false,
    () => Promise.resolve(false),
  );
  await build.finish(async (db) => {
    const live = await readBuiltFrom(db, projection.name);
    return live !== null && begun !== null && live.begunAt >= begun;
  }, stop);
}

/** How far a build has come, in events of all tenants. */
export interface BuildProgress {
  readonly version: number;
  readonly handled: number;
  readonly total: number;
}

/** Null when none is under way; one that was given up waits for the next one to clear it away. */
export async function readBuildProgress(db: pg.Pool, name: string): Promise<BuildProgress | null> {
  const begun = await readBuiltFrom(db, nextOf(name));
  if (begun === null || begun.idleSeconds > GIVEN_UP_SECONDS) return null;
  const reached = await nullIfGone(
    db.query<{ handled: string; total: string }>(
      `select coalesce(sum(p.position), 0)::text as handled, coalesce(sum(h.position), 0)::text as total
         from es.head h left join ${nextOf(name)}.progress p on p.tenant = h.tenant`,
    ),
  );
  const row = reached?.rows[0];
  return row === undefined ? null : { version: begun.version, handled: Number(row.handled), total: Number(row.total) };
}

type Database = pg.Pool | pg.ClientBase;

interface Head {
  readonly tenant: string;
  readonly position: string;
}

function nextOf(name: string): string {
  return `${name}__next`;
}

/**
 * A read model under construction in the schema `<name>__next`. All that is known of it stands there, and each batch is a
 * transaction: whoever locks `built_from` goes on with it, and nobody holds anything between two batches.
 */
class Build {
  readonly fingerprint: string;
  private readonly next: string;
  private readonly old: string;
  private ahead: {
    readonly tenant: string;
    readonly after: bigint;
    readonly events: Promise<readonly RecordedEvent[]>;
  } | null = null;

  /** @throws EventStoreError `INVALID_PROJECTION`. */
  constructor(
    private readonly projection: Projection,
    private readonly context: ProjectionContext,
  ) {
    const { name, version } = projection;
    if (!SCHEMA_NAME.test(name) || !Number.isInteger(version) || version < 1) {
      throw new EventStoreError(
        'INVALID_PROJECTION',
        `Name the projection ${name} like a schema (a-z, 0-9, _; at most 41 characters) and number its version from 1.`,
        'name',
      );
    }
    this.fingerprint = projection.fingerprint ?? '';
    this.next = nextOf(name);
    this.old = `${name}__old`;
  }

  /** Whether the live tables are of an older version, or do not hold what this code may be able to hold. */
  async isWanted(db: Database): Promise<boolean> {
    const { name, version } = this.projection;
    const live = await readBuiltFrom(db, name);
    if (live === null || live.version < version) return true;
    if (live.version > version) return this.isLeftToUs(db, live);
    if (live.outdated) return true;
    return live.fingerprint !== this.fingerprint && (await lacksSomething(db, name));
  }

  /** Whether tables of a later version are not kept by anybody of it. */
  private async isLeftToUs(db: Database, { idleSeconds }: BuiltFrom): Promise<boolean> {
    return idleSeconds > LEFT_SECONDS && !(await laterFollows(db, this.projection, LEFT_SECONDS));
  }

  /**
   * Makes the empty tables, unless there is a build to go on with; answers when that was begun. One of a later version is
   * left to those who run it. Null when it is done: another process has switched to it since it was found to be wanted.
   */
  async begin(
    goOnWith: (begun: BuiltFrom) => boolean,
    isDone: (db: Database) => Promise<boolean>,
  ): Promise<string | null> {
    const { name, version } = this.projection;
    return this.leased(async (tx) => {
      await tx.query(
        `insert into follow.read_model (name, version, switched_at) values ($1, 0, now()) on conflict do nothing`,
        [name],
      );
      await this.lockReadModel(tx);
      if (await isDone(tx)) return null;
      const begun = await readBuiltFrom(tx, this.next);
      const isAnothers = begun !== null && begun.version > version && begun.idleSeconds < GIVEN_UP_SECONDS;
      if (begun !== null && (isAnothers || goOnWith(begun))) return begun.begunAt;
      await tx.query(`drop schema if exists ${this.next}, ${this.old} cascade`);
      await tx.query(`create schema ${this.next}`);
      await createKeeping(tx, this.next, this.projection);
      await this.projection.create(tx, this.next);
      await openSchemaToCities(tx, this.next, this.projection.offices);
      const made = await readBuiltFrom(tx, this.next);
      if (made === null) throw new Error(`${this.next} was created and is not there.`);
      return made.begunAt;
    });
  }

  /** Whether this code may go on with what was begun. */
  isOurs({ version, fingerprint }: BuiltFrom): boolean {
    return version === this.projection.version && fingerprint === this.fingerprint;
  }

  /** Goes on with the build, in turn with other processes, until `isDone`: it is live, or no longer wanted. */
  async finish(isDone: (db: Database) => Promise<boolean>, stop?: AbortSignal): Promise<void> {
    while (stop?.aborted !== true && !(await isDone(this.context.pool))) {
      const begun = await readBuiltFrom(this.context.pool, this.next);
      // Another has switched to it, or given it up, and it is still wanted.
      const isLeft = begun === null || begun.idleSeconds > GIVEN_UP_SECONDS;
      if (isLeft) await this.begin((again) => this.isOurs(again), isDone);
      if (!(await this.goOn())) await pause(TURN_MS);
    }
    if (stop?.aborted !== true) await this.clearAway();
  }

  /** What was begun while nobody kept the tables of a later version is not wanted any more when somebody does again. */
  private async clearAway(): Promise<void> {
    const live = await readBuiltFrom(this.context.pool, this.projection.name);
    if (live === null || live.version <= this.projection.version) return;
    await this.leased(async (tx) => {
      await this.lockReadModel(tx);
      if (await this.takeTurn(tx)) await tx.query(`drop schema ${this.next} cascade`);
    });
  }

  /** One batch, or the indexes, or the switch. False when it was another's turn. */
  private async goOn(): Promise<boolean> {
    const applied = await this.leased(async (tx) => {
      if (!(await this.takeTurn(tx))) return 'not ours';
      const behind = await this.behind(tx);
      // What is lost in a crash is applied again, from where the tables are.
      await tx.query('set local synchronous_commit = off');
      if (behind.events > SWITCHED_WITH) await this.applyBatch(tx, behind.tenant);
      else if (await this.isIndexed(tx)) return 'nearly all';
      else await this.projection.index?.(tx, this.next);
      return 'a part';
    });
    if (applied === 'nearly all') await this.switchUnlessRead();
    return applied !== 'not ours';
  }

  /** Whether nothing is left to be indexed. */
  private async isIndexed(tx: pg.ClientBase): Promise<boolean> {
    if (this.projection.index === undefined) return true;
    const { rowCount } = await tx.query(
      `select 1 from pg_index i join pg_class c on c.oid = i.indexrelid
        where c.relnamespace = $1::regnamespace and not i.indisunique limit 1`,
      [this.next],
    );
    return rowCount === 1;
  }

  /** Whoever creates, switches to or drops the tables holds it. */
  private async lockReadModel(tx: pg.ClientBase): Promise<void> {
    await tx.query('select 1 from follow.read_model where name = $1 for update', [this.projection.name]);
  }

  private leased<T>(work: (tx: pg.ClientBase) => Promise<T>): Promise<T> {
    return inTransaction(this.context.pool, work, this.context.leaseMs);
  }

  /**
   * The lock on `built_from` is the turn; it ends with the transaction. The shared one keeps others from switching to the
   * tables, or dropping them, between any two statements of it.
   */
  private async takeTurn(tx: pg.ClientBase): Promise<boolean> {
    const { name, version } = this.projection;
    const model = await tx.query('select 1 from follow.read_model where name = $1 for share skip locked', [name]);
    if (model.rowCount !== 1) return false;
    const begun = await readBuiltFrom(tx, this.next);
    if (begun?.version !== version) return false;
    const { rowCount } = await tx.query(`select 1 from ${this.next}.built_from for update skip locked`);
    if (rowCount !== 1) return false;
    await tx.query(`update ${this.next}.built_from set touched_at = clock_timestamp()`);
    return true;
  }

  private async switchUnlessRead(): Promise<void> {
    try {
      await this.switch();
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
      await pause(SWITCH_AGAIN_MS);
    }
  }

  /**
   * Catches up and renames. The exclusive lock waits for the followers' batches in hand and puts off further ones, so
   * that the live model cannot be ahead of what was built.
   */
  private async switch(): Promise<void> {
    const { name, version } = this.projection;
    const switched = await this.leased(async (tx) => {
      await this.lockReadModel(tx);
      if (!(await this.takeTurn(tx))) return false;
      // Up to here, and no further: writers go on, and the followers do the rest.
      const { rows: heads } = await tx.query<Head>('select tenant, position from es.head order by tenant');
      for (const { tenant, position } of heads) {
        while ((await this.position(tx, tenant)) < BigInt(position)) await this.applyBatch(tx, tenant);
      }
      await this.lockTables(tx);
      if (await schemaExists(tx, name)) await tx.query(`alter schema ${name} rename to ${this.old}`);
      await this.switchCheckpoints(tx);
      await tx.query(`alter schema ${this.next} rename to ${name}`);
      await tx.query('update follow.read_model set version = $2, switched_at = now() where name = $1', [name, version]);
      return true;
    });
    if (switched) await this.context.pool.query(`drop schema if exists ${this.old} cascade`);
  }

  /**
   * Lets the statements that read the tables end, and those that come wait for the new names. A name is otherwise resolved
   * before the switch for one table of a statement and after it for another, or long after it where a connection remembers.
   *
   * @throws pg.DatabaseError `LOCK_NOT_AVAILABLE` while one takes longer than `SWITCH_MS`.
   */
  private async lockTables(tx: pg.ClientBase): Promise<void> {
    const { rows } = await tx.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any ($1) and c.relkind = 'r' order by n.nspname, c.relname`,
      [[this.projection.name, this.next]],
    );
    await tx.query(`set local lock_timeout = ${SWITCH_MS}`);
    await tx.query(`lock table ${rows.map(({ name }) => name).join(', ')} in access exclusive mode`);
  }

  private async switchCheckpoints(tx: pg.ClientBase): Promise<void> {
    const { name, version } = this.projection;
    await tx.query(`update follow.checkpoint set status = 'retired' where name = $1 and version <> $2`, [
      name,
      version,
    ]);
    await tx.query(
      `insert into follow.checkpoint (tenant, name, version, position, status)
       select tenant, $1, $2, position, 'live' from ${this.next}.progress
       on conflict (tenant, name, version) do update set position = excluded.position, status = 'live'`,
      [name, version],
    );
  }

  /** How many events are missing in all, and a tenant of which some are. */
  private async behind(tx: pg.ClientBase): Promise<{ readonly tenant: string; readonly events: number }> {
    const { rows } = await tx.query<{ tenant: string | null; events: string }>(
      `select min(h.tenant) as tenant, coalesce(sum(h.position - coalesce(p.position, 0)), 0)::text as events
         from es.head h left join ${this.next}.progress p on p.tenant = h.tenant
        where h.position > coalesce(p.position, 0)`,
    );
    return { tenant: rows[0]?.tenant ?? '', events: Number(rows[0]?.events ?? 0) };
  }

  private async applyBatch(tx: pg.ClientBase, tenant: string): Promise<void> {
    const { onSetAside } = this.context;
    const batch = await this.batchAfter(tx, tenant, await this.position(tx, tenant));
    for (const found of await applyBatch(this.projection, batch, tx, this.next)) onSetAside?.(found);
  }

  /** The events after a position. Where a connection can be spared, the next ones are read meanwhile. */
  private async batchAfter(tx: pg.ClientBase, tenant: string, position: bigint): Promise<readonly RecordedEvent[]> {
    const { store, pool } = this.context;
    const read = this.ahead?.tenant === tenant && this.ahead.after === position ? this.ahead.events : null;
    this.ahead = null;
    const batch = await (read ?? store.readAll(tenant, position, BATCH_SIZE, tx));
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH_SIZE || pool.options.max < READS_AHEAD_FROM) return batch;
    const events = store.readAll(tenant, last.position, BATCH_SIZE, pool);
    // Whoever takes it hears of its failure; nobody may.
    events.catch(() => undefined);
    this.ahead = { tenant, after: last.position, events };
    return batch;
  }

  private async position(tx: pg.ClientBase, tenant: string): Promise<bigint> {
    const { rows } = await tx.query<Head>(`select position from ${this.next}.progress where tenant = $1`, [tenant]);
    return BigInt(rows[0]?.position ?? 0);
  }
}

async function schemaExists(tx: pg.ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from pg_namespace where nspname = $1', [name]);
  return rowCount === 1;
}
