import { parseDelegationEvent, type NamedOfficial } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { foldById } from '../../log/fold-by-id.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import type { Rows } from '../../log/rows.js';
import { VersionedTable } from '../../log/versioned-table.js';

const DELEGATION_COLUMNS = {
  tenant: column.id,
  // The command that gave it.
  id: column.id,
  // User ids of who is away and who stands in, and how they were called then.
  official: column.id,
  deputy: column.id,
  official_name: column.json<NamedOfficial>(),
  deputy_name: column.json<NamedOfficial>(),
  // Both days included.
  first_day: column.day,
  last_day: column.day,
  // Ids of clauses; null: all.
  measures: column.orNull(column.texts),
  reason: column.text,
  given_on: column.day,
  // Where it was ended early: who did it, when and why.
  ended_by: column.orNull(column.json<NamedOfficial>()),
  ended_on: column.orNull(column.day),
  end_reason: column.orNull(column.text),
  position: column.position,
} as const satisfies Columns;

/** A row of `read.delegation`. */
export type DelegationRow = RowOf<typeof DELEGATION_COLUMNS>;

const DELEGATION = new VersionedTable('delegation', ['id'], DELEGATION_COLUMNS);

/** `delegation`. */
export const delegationTable: ReadTable = {
  ddl: DELEGATION.ddl,
  reading: sqlFile(import.meta.url, 'delegation-reading.sql'),
  versioned: [DELEGATION],

  async apply(tenant, batch, client) {
    const recorded = batch.filter(({ stream }) => idIn(stream, 'delegation-') !== null);
    await foldById(client, tenant, recorded, {
      table: DELEGATION,
      touched: (each) => [parseDelegationEvent(each).data.delegation],
      fold: foldIntoDelegations,
    });
  },
};

/** What an event of an official's stream makes of what he delegated. */
export function foldIntoDelegations(rows: Rows<DelegationRow>, recorded: RecordedEvent): void {
  const { tenant, position } = recorded;
  const event = parseDelegationEvent(recorded);
  const { userId, username, displayName } = event.meta.actor;
  const actor = { userId, username, displayName };
  if (event.type === 'DelegationEnded') {
    const { delegation, reason } = event.data;
    const ended = { ended_by: actor, ended_on: event.occurredOn, end_reason: reason };
    rows.change(delegation, (row) => ({ ...row, ...ended }));
    return;
  }
  const { delegation: id, to, from, until, measures, reason } = event.data;
  rows.set(id, {
    ...{ tenant, id, official: userId, deputy: to.userId, official_name: actor, deputy_name: to },
    ...{ first_day: from, last_day: until, measures, reason, given_on: event.occurredOn },
    ...{ ended_by: null, ended_on: null, end_reason: null, position: position.toString() },
  });
}
