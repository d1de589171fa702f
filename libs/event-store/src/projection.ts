import type pg from 'pg';
import type { RecordedEvent } from './event.js';
import type { OfficeRules } from './tenant-rows.js';

/** A read model: tables in a schema of its own, `name`, filled from the log. Raise `version` when either changes. */
export interface Projection {
  /** Also the name of the schema that readers use: a lower-case letter, then at most 40 letters, digits and `_`. */
  readonly name: string;
  /** From 1. */
  readonly version: number;
  /** Of the code that folds: when it is another at a start, what was set aside is tried again. */
  readonly fingerprint?: string;
  /** Which tables are read by some offices of a tenant alone; a condition names nothing of a schema that is built anew. */
  readonly offices?: OfficeRules;
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
