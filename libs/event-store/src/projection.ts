import type pg from 'pg';
import type { RecordedEvent } from './event.js';
import type { EventStore } from './event-store.js';
import type { Follower } from './follower.js';

/** A read model: tables in a schema of its own, `name`, filled from the log. Raise `version` when either changes. */
export interface Projection {
  /** Also the name of the schema that readers use: lower-case letters, digits and `_`. */
  readonly name: string;
  readonly version: number;
  /** Creates the tables in `schema`, which exists and is empty. Never names another schema. */
  create(client: pg.ClientBase, schema: string): Promise<void>;
  /** Applies one tenant's events, in order, to the tables in `schema`. Exactly once. */
  apply(batch: readonly RecordedEvent[], client: pg.ClientBase, schema: string): Promise<void>;
}

export interface ProjectionContext {
  readonly store: EventStore;
  readonly pool: pg.Pool;
}

/** Brings the read model to this version: creates it, rebuilds it beside an older one, or does nothing. */
export declare function ensureProjection(projection: Projection, context: ProjectionContext): Promise<void>;

/** Rebuilds the read model from the log beside the live one and switches, whatever version is live. */
export declare function rebuild(projection: Projection, context: ProjectionContext): Promise<void>;

/** The follower that keeps the live read model up to date. */
export declare function followProjection(projection: Projection, context: ProjectionContext): Follower;
