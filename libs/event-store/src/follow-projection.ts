import type pg from 'pg';
import { applyBatch } from './apply-batch.js';
import { readFurthestCheckpoint } from './checkpoint.js';
import type { EventStore } from './event-store.js';
import { Follower, type FollowerOptions } from './follower.js';
import type { Projection } from './projection.js';
import type { SetAside } from './set-aside.js';

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
