import type pg from 'pg';
import type { EventStore } from './event-store.js';
import type { RecordedEvent } from './event.js';
import { Follower, type FollowerOptions } from './follower.js';

/** A read model: tables in a schema of its own, `name`, filled from the log. Raise `version` when either changes. */
export interface Projection {
  /** Also the name of the schema that readers use: a lower-case letter, then at most 40 letters, digits and `_`. */
  readonly name: string;
  /** From 1. */
  readonly version: number;
  /** Creates the tables in `schema`, which exists and is empty. */
  create(client: pg.ClientBase, schema: string): Promise<void>;
  /**
   * Applies one tenant's events, in order, to the tables in `schema`: the live one, or the one being built. A prepared
   * statement's name has to contain the schema.
   */
  apply(batch: readonly RecordedEvent[], client: pg.ClientBase, schema: string): Promise<void>;
}

export interface ProjectionContext {
  readonly store: EventStore;
  readonly pool: pg.Pool;
}

/**
 * The follower that keeps the live read model up to date, while the live one is of this version: after a switch to
 * another it rests.
 */
export function followProjection(
  projection: Projection,
  context: ProjectionContext,
  options: Pick<FollowerOptions, 'batchSize' | 'pollIntervalMs' | 'onError'> = {},
): Follower {
  return new Follower({
    ...options,
    ...context,
    name: projection.name,
    version: projection.version,
    handler: (batch, tx) => projection.apply(batch, tx, projection.name),
    admit: (tx) => isLive(tx, projection),
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
