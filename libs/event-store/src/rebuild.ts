import pg from 'pg';
import { inTransaction, withConnection } from './connection.js';
import { EventStoreError } from './errors.js';
import type { Projection, ProjectionContext } from './projection.js';

const SCHEMA_NAME = /^[a-z][a-z0-9_]{0,40}$/;
const BATCH_SIZE = 2_000;

/**
 * Brings the read model to the projection's version: creates it, rebuilds it beside an older one and switches, or does
 * nothing when that version or a later one is live. Of several processes one does the work and the others wait.
 *
 * @throws EventStoreError `INVALID_PROJECTION`.
 */
export async function ensureProjection(projection: Projection, context: ProjectionContext): Promise<void> {
  await alone(projection, context, async () => {
    const live = await liveVersion(projection.name, context.pool);
    if (live < projection.version) await buildAndSwitch(projection, context);
  });
}

/**
 * Builds the read model anew from the log beside the live one, and switches to it in one transaction. Writers, followers
 * and readers go on meanwhile: a statement reads the old tables or the new ones, whole in either case.
 *
 * @throws EventStoreError `INVALID_PROJECTION`.
 */
export async function rebuild(projection: Projection, context: ProjectionContext): Promise<void> {
  await alone(projection, context, () => buildAndSwitch(projection, context));
}

/** One build of a read model at a time; a session's lock, since the build takes many transactions. */
async function alone({ name, version }: Projection, { pool }: ProjectionContext, work: () => Promise<void>) {
  if (!SCHEMA_NAME.test(name) || !Number.isInteger(version) || version < 1) {
    throw new EventStoreError(
      'INVALID_PROJECTION',
      `Name the projection ${name} like a schema (a-z, 0-9, _; at most 41 characters) and number its version from 1.`,
      'name',
    );
  }
  await withConnection(pool, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('es.read_model'), hashtext($1))`, [name]);
    await work();
    await client.query(`select pg_advisory_unlock(hashtext('es.read_model'), hashtext($1))`, [name]);
  });
}

async function liveVersion(name: string, pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ version: number }>('select version from follow.read_model where name = $1', [
    name,
  ]);
  return rows[0]?.version ?? 0;
}

async function buildAndSwitch(projection: Projection, context: ProjectionContext): Promise<void> {
  const build = new Build(projection, context);
  await build.begin();
  await build.fill();
  // Once more for what was written meanwhile, so that little is left to do while the followers wait.
  await build.fill();
  await build.switch();
  await build.dropOld();
}

/** A read model under construction in the schema `<name>__next`. */
class Build {
  private readonly next: string;
  private readonly old: string;
  private readonly reached = new Map<string, bigint>();

  constructor(
    private readonly projection: Projection,
    private readonly context: ProjectionContext,
  ) {
    this.next = `${projection.name}__next`;
    this.old = `${projection.name}__old`;
  }

  /** Clears away what a build left that was killed. */
  async begin(): Promise<void> {
    const { name } = this.projection;
    await inTransaction(this.context.pool, async (tx) => {
      await tx.query(
        `insert into follow.read_model (name, version, switched_at) values ($1, 0, now()) on conflict do nothing`,
        [name],
      );
      await tx.query(`drop schema if exists ${this.next}, ${this.old} cascade`);
      await tx.query(`create schema ${this.next}`);
      await this.projection.create(tx, this.next);
    });
  }

  /** Applies the log of every tenant as it stands, a transaction for each batch. */
  async fill(): Promise<void> {
    const { pool, store } = this.context;
    for (const tenant of await store.tenants()) {
      const head = await store.head(tenant);
      while (this.position(tenant) < head) await inTransaction(pool, (tx) => this.applyBatch(tx, tenant));
    }
  }

  /**
   * Catches up and renames. The exclusive lock waits for the followers' batches in hand and puts off further ones, so
   * that the live model cannot be ahead of what was built.
   */
  async switch(): Promise<void> {
    const { name, version } = this.projection;
    await inTransaction(this.context.pool, async (tx) => {
      await tx.query('select 1 from follow.read_model where name = $1 for update', [name]);
      for (const [tenant, head] of await readHeads(tx)) {
        while (this.position(tenant) < head) await this.applyBatch(tx, tenant);
      }
      if (await schemaExists(tx, name)) await tx.query(`alter schema ${name} rename to ${this.old}`);
      await tx.query(`alter schema ${this.next} rename to ${name}`);
      await tx.query('update follow.read_model set version = $2, switched_at = now() where name = $1', [name, version]);
      await this.switchCheckpoints(tx);
    });
  }

  /** Waits for the statements that still read the old tables; new ones already find the new tables. */
  async dropOld(): Promise<void> {
    await this.context.pool.query(`drop schema if exists ${this.old} cascade`);
  }

  private async switchCheckpoints(tx: pg.ClientBase): Promise<void> {
    const { name, version } = this.projection;
    await tx.query(`update follow.checkpoint set status = 'retired' where name = $1 and version <> $2`, [
      name,
      version,
    ]);
    await tx.query(
      `insert into follow.checkpoint (tenant, name, version, position, status)
       select tenant, $1, $2, position, 'live' from unnest($3::text[], $4::bigint[]) as reached(tenant, position)
       on conflict (tenant, name, version) do update set position = excluded.position, status = 'live'`,
      [name, version, [...this.reached.keys()], [...this.reached.values()]],
    );
  }

  private async applyBatch(tx: pg.ClientBase, tenant: string): Promise<void> {
    const batch = await this.context.store.readAll(tenant, this.position(tenant), BATCH_SIZE, tx);
    const last = batch.at(-1);
    if (last === undefined) return;
    await this.projection.apply(batch, tx, this.next);
    this.reached.set(tenant, last.position);
  }

  private position(tenant: string): bigint {
    return this.reached.get(tenant) ?? 0n;
  }
}

async function readHeads(tx: pg.ClientBase): Promise<Map<string, bigint>> {
  const { rows } = await tx.query<{ tenant: string; position: string }>('select tenant, position from es.head');
  return new Map(rows.map((row) => [row.tenant, BigInt(row.position)]));
}

async function schemaExists(tx: pg.ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from pg_namespace where nspname = $1', [name]);
  return rowCount === 1;
}
