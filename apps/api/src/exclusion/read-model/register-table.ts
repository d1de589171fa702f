import { parseExclusionEvent, type Clearing } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows, type Stored } from '../../log/rows.js';
import { VersionedTable } from '../../log/versioned-table.js';

/** Rows of the editions of registers, whether these are in force or not. */
const ROW_COLUMNS = {
  tenant: column.id,
  register: column.id,
  // Id of the edition.
  proposal: column.id,
  row: column.whole,
  uscc: column.id,
  name: column.text,
  matter: column.text,
  decision: column.orNull(column.text),
  decided_on: column.orNull(column.day),
  until: column.orNull(column.day),
  clearings: column.json<readonly Clearing[]>(),
} as const satisfies Columns;

/** A row of `read.register_row`. */
export type RegisterRowRow = RowOf<typeof ROW_COLUMNS>;

const ROW = new VersionedTable('register_row', ['proposal', 'row'], ROW_COLUMNS);

/** `register_row`. */
export const registerTable: ReadTable = {
  ddl: ROW.ddl,
  reading: sqlFile(import.meta.url, 'register-reading.sql'),
  versioned: [ROW],

  async apply(tenant, batch, client) {
    const recorded = batch.filter(({ stream }) => idIn(stream, 'exclusion-') !== null);
    if (recorded.length === 0) return;
    const cleared = recorded.filter(({ type }) => type === 'ExclusionCleared').map(({ data }) => data);
    const known =
      cleared.length === 0
        ? []
        : (
            await client.query<Stored<RegisterRowRow>>({
              text: `select t.* from register_row t
                       join unnest($2::text[], $3::int[]) k (proposal, row) on t.proposal = k.proposal and t.row = k.row
                      where t.tenant = $1`,
              values: [tenant, cleared.map(({ proposal }) => proposal), cleared.map(({ row }) => row)],
              types: plainTypes,
            })
          ).rows;
    const rows = new Rows<RegisterRowRow>(new Map(known.map((row) => [keyOf(row), row])));
    for (const each of recorded) rows.fold(each, foldIntoRows);
    await ROW.write(client, rows);
  },
};

function keyOf({ proposal, row }: { readonly proposal: string; readonly row: number }): string {
  return `${proposal}#${row}`;
}

function foldIntoRows(rows: Rows<RegisterRowRow>, recorded: RecordedEvent): void {
  const event = parseExclusionEvent(recorded);
  const key = keyOf(event.data);
  if (event.type === 'EnterpriseListed') {
    const { register, proposal, row, uscc, name, matter, decision, on, until } = event.data;
    const of = { tenant: recorded.tenant, register, proposal, row };
    rows.set(key, { ...of, uscc, name, matter, decision, decided_on: on, until, clearings: [] });
    return;
  }
  const { userId, username, displayName } = event.meta.actor;
  const { ground, reason, capacity } = event.data;
  const by = { userId, username, displayName };
  const clearing: Clearing = { by, on: event.occurredOn, ground, reason, capacity };
  rows.change(key, (each) => ({ ...each, clearings: [...each.clearings, clearing] }));
}
