import type pg from 'pg';
import { applyBatch } from './apply-batch.js';
import { readFurthestCheckpoint } from './checkpoint.js';
import type { EventStore } from './event-store.js';
import type { RecordedEvent } from './event.js';
import { Follower, type FollowerOptions } from './follower.js';
import type { SetAside } from './set-aside.js';

/** A read model: tables in a schema of its own, `name`, filled from the log. Raise `version` when either changes. */
export interface Projection {
  /** Also the name of the schema that readers use: a lower-case letter, then at most 40 letters, digits and `_`. */
  readonly name: string;
  /** From 1. */
  readonly version: number;
  /** Of the code that folds: when it is another at a start, what was set aside is tried again. */
  readonly fingerprint?: string;
  /** Creates the tables in `schema`, which exists and is empty but for `built_from`, `progress` and `set_aside`. */
  create(client: pg.ClientBase, schema: string): Promise<void>;
  /**
   * Creates what only readers need, such as indexes that are not unique: once, when the tables of a build hold nearly the
   * whole log. Kept from the first event on they would take most of the time of a build.
   */
  index?(client: pg.ClientBase, schema: string): Promise<void>;
  /**
   * Applies one tenant's events, in order, to the tables in `schema`: the live one, or the one being built. A prepared
   * statement's name has to contain the schema. When it throws, what it wrote is undone and parts of the batch follow.
   */
  apply(batch: readonly RecordedEvent[], client: pg.ClientBase, schema: string): Promise<void>;
  /** Streams without which a stream makes no sense: when one of them is set aside, this one is too. */
  dependenciesOf?(stream: string): readonly string[];
}

export interface ProjectionContext {
  readonly store: EventStore;
  readonly pool: pg.Pool;
  /** After so long without a sign of life a process loses the batch that it has in hand. */
  readonly leaseMs?: number;
  /** Hears at once of every stream that is set aside, before the batch is committed. */
  readonly onSetAside?: (found: SetAside) => void;
}

/**
 * The follower that keeps the live read model up to date, while the live one is of this version: after a switch to
 * another it rests. What cannot be folded is set aside, and the rest goes on.
 */
export function followProjection(
  projection: Projection,
  { onSetAside, ...context }: ProjectionContext,
  options: Omit<FollowerOptions, 'store' | 'pool' | 'name' | 'version' | 'handler' | 'admit' | 'reached'> = {},
): Follower {
  return new Follower({
    ...options,
    ...context,
    name: projection.name,
    version: projection.version,
    handler: async (batch, tx) => {
      for (const found of await applyBatch(projection, batch, tx, projection.name)) onSetAside?.(found);
    },
    admit: (tx) => isLive(tx, projection),
    reached: (tenant) => readFurthestCheckpoint(context.pool, projection.name, tenant),
  });
}

/**
 * The shared lock keeps the switch out until the batch is committed. While a switch is under way the batch is put off
 * rather than waited with, so that neither can wait for the other.
 */
async function isLive(tx: pg.ClientBase, { name, version }: Projection): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'es.read-model-is-live',
    text: 'select 1 from follow.read_model where name = $1 and version = $2 for share skip locked',
    values: [name, version],
  });
  return rowCount === 1;
}
