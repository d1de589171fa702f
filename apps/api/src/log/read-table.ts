import type { RecordedEvent } from '@duixian/event-store';
import type pg from 'pg';

/**
 * A part of the read model: tables that one capability keeps. Its SQL names no schema: the schema being filled stands
 * on the search path, so that the same statements build the tables beside the live ones.
 */
export interface ReadTable {
  /** Text of a `.sql` file that creates the tables and indexes. */
  readonly ddl: string;
  /** Applies one tenant's events, in order, exactly once. Events of others' streams are passed over. */
  apply(tenant: string, batch: readonly RecordedEvent[], client: pg.ClientBase): Promise<void>;
}

/** Rows of one table by key, before and after a batch. */
export class Rows<Row> {
  private readonly after: Map<string, Row>;

  constructor(private readonly before: ReadonlyMap<string, Row>) {
    this.after = new Map(before);
  }

  get(key: string): Row | null {
    return this.after.get(key) ?? null;
  }

  /** Keys of the rows for which it is true. */
  keysOf(is: (row: Row) => boolean): string[] {
    return [...this.after].flatMap(([key, row]) => (is(row) ? [key] : []));
  }

  /** @throws Error when the row is not there: an event that follows another without it means a broken log. */
  change(key: string, change: (row: Row) => Row): void {
    const row = this.after.get(key);
    if (row === undefined) throw new Error(`The log changes ${key} before it says what it is.`);
    this.after.set(key, change(row));
  }

  set(key: string, row: Row): void {
    this.after.set(key, row);
  }

  /** Every row that the batch made or changed, with what it was; null = it was not there. */
  changes(): { readonly before: Row | null; readonly after: Row }[] {
    return [...this.after]
      .map(([key, after]) => ({ before: this.before.get(key) ?? null, after }))
      .filter(({ before, after }) => before !== after);
  }
}

/** The rows that whole streams make of nothing: their events in the order of the log, folded as the tables fold them. */
export function rowsOf<Row>(
  events: readonly RecordedEvent[],
  fold: (rows: Rows<Row>, event: RecordedEvent) => void,
): Row[] {
  const rows = new Rows<Row>(new Map());
  for (const event of events) fold(rows, event);
  return rows.changes().map(({ after }) => after);
}

/** The one row of a single record. @throws Error when there is none: its stream does not begin with it. */
export function onlyRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('The stream does not say what it is about.');
  return row;
}

/** What stands behind a prefix in a stream's name: `claim-350500-…` → `350500-…`; null for other streams. */
export function idIn(stream: string, prefix: string): string | null {
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : null;
}
