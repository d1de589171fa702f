import type { RecordedEvent } from '@duixian/event-store';
import { exactTypes } from '../database/plain-types.js';
import { Rows } from './rows.js';
import type { TableClient } from './table-client.js';
import type { VersionedTable } from './versioned-table.js';

interface FoldById<Row> {
  /** Its key is `id`. */
  readonly table: VersionedTable;
  /** Ids of the rows that an event changes. */
  readonly touched: (recorded: RecordedEvent) => readonly string[];
  readonly fold: (rows: Rows<Row>, recorded: RecordedEvent) => void;
}

/** Makes of a table's rows what events of its own streams make of them. */
export async function foldById<Row extends { readonly id: string }>(
  client: TableClient,
  tenant: string,
  recorded: readonly RecordedEvent[],
  { table, touched, fold }: FoldById<Row>,
): Promise<void> {
  if (recorded.length === 0) return;
  const { rows: known } = await client.query<Row>({
    text: `select * from ${table.name} where tenant = $1 and id = any ($2)`,
    values: [tenant, [...new Set(recorded.flatMap(touched))]],
    types: exactTypes,
  });
  const rows = new Rows(new Map(known.map((row) => [row.id, row])));
  for (const each of recorded) rows.fold(each, fold);
  await table.write(client, rows);
}
