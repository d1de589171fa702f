import { parseRecusalEvent, type NamedOfficial } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { foldById } from '../../log/fold-by-id.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import type { Rows } from '../../log/rows.js';
import { VersionedTable } from '../../log/versioned-table.js';

const RECUSAL_COLUMNS = {
  tenant: column.id,
  // The command that recorded it.
  id: column.id,
  // User id of who takes no part, and how he was called then.
  official: column.id,
  official_name: column.json<NamedOfficial>(),
  // One claim, or all that concerns an enterprise: one of the two is null.
  claim: column.orNull(column.text),
  uscc: column.orNull(column.text),
  reason: column.text,
  since: column.day,
  // Who recorded it: himself, or whoever ordered it.
  declared_by: column.json<NamedOfficial>(),
  // Where it was lifted: who did it, when and why.
  lifted_by: column.orNull(column.json<NamedOfficial>()),
  lifted_on: column.orNull(column.day),
  lift_reason: column.orNull(column.text),
  position: column.position,
} as const satisfies Columns;

/** A row of `read.recusal`. */
export type RecusalRow = RowOf<typeof RECUSAL_COLUMNS>;

const RECUSAL = new VersionedTable('recusal', ['id'], RECUSAL_COLUMNS);

/** `recusal`. */
export const recusalTable: ReadTable = {
  ddl: RECUSAL.ddl,
  reading: sqlFile(import.meta.url, 'recusal-reading.sql'),
  versioned: [RECUSAL],

  async apply(tenant, batch, client) {
    const recorded = batch.filter(({ stream }) => idIn(stream, 'recusal-') !== null);
    await foldById(client, tenant, recorded, {
      table: RECUSAL,
      touched: (each) => [parseRecusalEvent(each).data.recusal],
      fold: foldIntoRecusals,
    });
  },
};

/** What an event of an official's stream makes of what he takes no part in. */
export function foldIntoRecusals(rows: Rows<RecusalRow>, recorded: RecordedEvent): void {
  const { tenant, position } = recorded;
  const { type, data, meta, occurredOn } = parseRecusalEvent(recorded);
  const { userId, username, displayName } = meta.actor;
  const actor = { userId, username, displayName };
  const { recusal: id, official, claim, uscc, reason } = data;
  if (type === 'RecusalLifted') {
    rows.change(id, (row) => ({ ...row, lifted_by: actor, lifted_on: occurredOn, lift_reason: reason }));
    return;
  }
  rows.set(id, {
    ...{ tenant, id, official: official.userId, official_name: official, claim, uscc, reason, since: occurredOn },
    ...{ declared_by: actor, lifted_by: null, lifted_on: null, lift_reason: null, position: position.toString() },
  });
}
