import type { RecordedEvent } from '@duixian/event-store';

/** A row as it stands in its table: with the position at which it came to stand. */
export type Stored<Row> = Row & { readonly from_position?: string };

/** What one event made of one row; null = it is not there. */
export interface Step<Row> {
  readonly key: string;
  readonly position: bigint;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Rows of one table by key: before a batch, after each of its events, and after it. */
export class Rows<Row> {
  private readonly after: Map<string, Row>;
  private readonly taken: Step<Row>[] = [];
  /** By key: where in `taken` its last step stands. */
  private readonly last = new Map<string, number>();
  private position = 0n;

  constructor(private readonly before: ReadonlyMap<string, Stored<Row>>) {
    this.after = new Map(before);
  }

  /** Applies one event: what `fold` changes stands from its position on. */
  fold(event: RecordedEvent, fold: (rows: this, event: RecordedEvent) => void): void {
    this.at(event.position, () => fold(this, event));
  }

  /** Makes what `change` does to the rows stand from a position on, which is not before that of the last change. */
  at(position: bigint, change: () => void): void {
    this.position = position;
    change();
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
    this.set(key, change(row));
  }

  set(key: string, row: Row): void {
    if (this.after.get(key) === row) return;
    this.note(key, row);
    this.after.set(key, row);
  }

  remove(key: string): void {
    this.note(key, null);
    this.after.delete(key);
  }

  /** Every row that the batch made or changed, with what it was; null = it was not there. */
  changes(): { readonly before: Row | null; readonly after: Row }[] {
    return [...this.after]
      .map(([key, after]) => ({ before: this.before.get(key) ?? null, after }))
      .filter(({ before, after }) => before !== after);
  }

  /** What the events made of the rows, one after another. */
  steps(): readonly Step<Row>[] {
    return this.taken;
  }

  /** The position from which on a row stands that the batch found; null for one that it made. */
  storedFrom(key: string): bigint | null {
    const from = this.before.get(key)?.from_position;
    return from === undefined ? null : BigInt(from);
  }

  private note(key: string, after: Row | null): void {
    const index = this.last.get(key);
    const last = index === undefined ? undefined : this.taken[index];
    // What one event does to a row in several strokes is one step.
    if (index !== undefined && last?.position === this.position) {
      this.taken[index] = { ...last, after };
      return;
    }
    const step = { key, position: this.position, before: this.get(key), after };
    this.last.set(key, this.taken.push(step) - 1);
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
