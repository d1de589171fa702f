import type { RecordedEvent } from '@duixian/event-store';
import type { TableClient } from './table-client.js';
import type { VersionedTable } from './versioned-table.js';

/**
 * A part of the read model: tables that one capability keeps. Its SQL names no schema: the schema being filled stands
 * on the search path, so that the same statements build the tables beside the live ones.
 */
export interface ReadTable {
  /** Text of a `.sql` file that creates the tables, as they are filled. */
  readonly ddl: string;
  /** Text of one that creates what only their readers need, once the tables are full: indexes and functions. */
  readonly reading?: string;
  /** Those of its tables that keep what their rows were. */
  readonly versioned: readonly VersionedTable[];
  /** Applies one tenant's events, in order, exactly once. Events of others' streams are passed over. */
  apply(tenant: string, batch: readonly RecordedEvent[], client: TableClient): Promise<void>;
}

/** What stands behind a prefix in a stream's name: `claim-350500-…` → `350500-…`; null for other streams. */
export function idIn(stream: string, prefix: string): string | null {
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : null;
}
