import type pg from 'pg';
import type { Difference } from './difference.js';

/** A table that stands in two schemas, as far as it is compared. */
export interface ComparedTable {
  readonly name: string;
  /** Of both, in one order. */
  readonly columns: readonly string[];
}

/** What a row holds, by its columns. */
type Row = ReadonlyMap<string, string | null>;

/**
 * The first row that one of two tables has and the other has not, by its key, with the columns in which the other's row of
 * that key differs; null when they hold the same.
 */
export async function differingRow(
  client: pg.ClientBase,
  live: string,
  copy: string,
  table: ComparedTable,
): Promise<Difference | null> {
  const found = (await firstOnlyIn(client, live, copy, table)) ?? (await firstOnlyIn(client, copy, live, table));
  if (found === null) return null;
  const key = await keyOf(client, live, table);
  const [stored, computed] = await Promise.all([live, copy].map((schema) => rowOf(client, schema, table, key, found)));
  const differing = table.columns.filter((column) => stored?.get(column) !== computed?.get(column));
  const isWhole = stored == null || computed == null;
  return {
    check: 'read-table',
    tenant: found.get('tenant') ?? '',
    position: null,
    subject: `${live}.${table.name} ${key.map((column) => `${column}=${found.get(column) ?? ''}`).join(' ')}`,
    field: isWhole ? 'row' : differing.join(', '),
    stored: shown(stored, isWhole ? table.columns : differing),
    computed: shown(computed, isWhole ? table.columns : differing),
  };
}

async function firstOnlyIn(
  client: pg.ClientBase,
  schema: string,
  other: string,
  { name, columns }: ComparedTable,
): Promise<Row | null> {
  const listed = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const table = client.escapeIdentifier(name);
  const { rows } = await client.query<{ column: string; value: string | null }>(
    `with found as (
       select row(${listed})::text as t from ${schema}.${table}
       except all select row(${listed})::text from ${other}.${table} order by t limit 1)
     select each.key as column, each.value
       from (select ${listed} from ${schema}.${table} where row(${listed})::text = (select t from found) limit 1) r,
            jsonb_each_text(to_jsonb(r)) each`,
  );
  return rows.length === 0 ? null : new Map(rows.map(({ column, value }) => [column, value]));
}

/** The columns by which a row is known; all where the table has no key. */
async function keyOf(client: pg.ClientBase, schema: string, { name, columns }: ComparedTable): Promise<string[]> {
  const { rows } = await client.query<{ column: string }>(
    `select a.attname as column
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = format('%I.%I', $1::text, $2::text)::regclass and i.indisprimary
      order by array_position(i.indkey::int2[], a.attnum)`,
    [schema, name],
  );
  return rows.length === 0 ? [...columns] : rows.map(({ column }) => column);
}

async function rowOf(
  client: pg.ClientBase,
  schema: string,
  { name, columns }: ComparedTable,
  key: readonly string[],
  of: Row,
): Promise<Row | null> {
  const listed = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const isIt = key.map(
    (column, index) => `to_jsonb(t) ->> ${client.escapeLiteral(column)} is not distinct from $${index + 1}`,
  );
  const { rows } = await client.query<{ column: string; value: string | null }>(
    `select each.key as column, each.value
       from (select ${listed} from ${schema}.${client.escapeIdentifier(name)} t where ${isIt.join(' and ')} limit 1) r,
            jsonb_each_text(to_jsonb(r)) each`,
    key.map((column) => of.get(column) ?? null),
  );
  return rows.length === 0 ? null : new Map(rows.map(({ column, value }) => [column, value]));
}

function shown(row: Row | null | undefined, columns: readonly string[]): string | null {
  if (row == null) return null;
  const values = columns.map((column) => row.get(column) ?? 'null');
  return columns.length === 1 ? values.join('') : `(${values.join(', ')})`;
}
