import type pg from 'pg';
import type { RecordedEvent } from './event.js';
import type { EventStore } from './event-store.js';

/**
 * Handles a batch of one tenant's events, in order, inside the transaction that also moves the checkpoint: what it
 * writes through `tx` takes effect exactly once; an effect outside the database may be repeated after a crash.
 */
export type BatchHandler = (batch: readonly RecordedEvent[], tx: pg.ClientBase) => Promise<void>;

export interface FollowerOptions {
  readonly store: EventStore;
  readonly pool: pg.Pool;
  readonly name: string;
  readonly version: number;
  readonly handler: BatchHandler;
  readonly batchSize?: number;
  readonly pollIntervalMs?: number;
  /** A batch that failed is tried again, with growing pauses; this hears of each failure. */
  readonly onError?: (error: unknown, tenant: string | null) => void;
}

export declare class Follower {
  constructor(options: FollowerOptions);
  start(): void;
  stop(): Promise<void>;
  /** True once the follower, here or in another process, has handled up to `position`; false when the time is up. */
  waitFor(tenant: string, position: bigint, timeoutMs: number): Promise<boolean>;
}
