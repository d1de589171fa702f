/** A column of a read table: how PostgreSQL declares it, and what a row holds in it. */
export interface Column<Value> {
  readonly declared: string;
  /** For the compiler alone. */
  readonly holds?: Value;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row of a table with these columns. */
export type RowOf<Of extends Columns> = {
  readonly [Name in keyof Of]: Of[Name] extends Column<infer Value> ? Value : never;
};

function declared<Value>(as: string): Column<Value> {
  return { declared: as };
}

/** Kinds of column; none is null unless it is said. */
export const column = {
  /** Text that identifies: it sorts by byte, so that a page's cursor means the same on every server. */
  id: declared<string>('text collate "C" not null'),
  text: declared<string>('text not null'),
  texts: declared<readonly string[]>('text[] not null'),
  whole: declared<number>('int not null'),
  truth: declared<boolean>('boolean not null'),
  /** Written out, as PostgreSQL gives a bigint. */
  fen: declared<string>('bigint not null'),
  /** Place in the log, written out. */
  position: declared<string>('bigint not null'),
  /** YYYY-MM-DD. */
  day: declared<string>('date not null'),
  /** ISO 8601, UTC. */
  moment: declared<string>('timestamptz not null'),
  oneOf: <Value extends string>(): Column<Value> => declared('text not null'),
  json: <Value>(): Column<Value> => declared('jsonb not null'),
  orNull: <Value>(of: Column<Value>): Column<Value | null> => declared(of.declared.replace(' not null', '')),
};
