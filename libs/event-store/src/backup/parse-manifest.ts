import type { KeptSequence, KeptTable } from './catalogue.js';

/** What stands at the head of a backup. */
export interface Manifest {
  /** Of the software that wrote it. */
  readonly version: string;
  /** When the snapshot was taken: ISO 8601, UTC. */
  readonly takenAt: string;
  /** PostgreSQL's version, as its `server_version`. */
  readonly server: string;
  /** Names of the migrations that were applied, by schema. */
  readonly migrations: Readonly<Record<string, readonly string[]>>;
  /** In the order in which they can be filled. */
  readonly tables: readonly KeptTable[];
  /** Last position of each city's log. */
  readonly heads: Readonly<Record<string, string>>;
}

/** What stands behind the rows of a table. */
export interface TableEnd {
  readonly rows: number;
  readonly bytes: number;
  /** Of the rows as COPY writes them, hexadecimal. */
  readonly sha256: string;
}

// The digests of the frames have vouched for the text by now; it is as it was written.

export function parseManifest(content: Buffer): Manifest {
  return JSON.parse(content.toString('utf8')) as Manifest;
}

export function parseTable(content: Buffer): KeptTable {
  return JSON.parse(content.toString('utf8')) as KeptTable;
}

export function parseTableEnd(content: Buffer): TableEnd {
  return JSON.parse(content.toString('utf8')) as TableEnd;
}

export function parseSequences(content: Buffer): readonly KeptSequence[] {
  return JSON.parse(content.toString('utf8')) as readonly KeptSequence[];
}
