import type { RecordedEvent } from '@duixian/event-store';
import { parseContactEvent, type ContactEvent, type ContactMask } from '@duixian/registry';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { begunRow, CHANGE_COLUMNS, stepColumns } from './change-row.js';
import { VersionedTable } from '../../log/versioned-table.js';

/** Every change of an enterprise's contact, masked, and how it came out. */
const CONTACT_CHANGE_COLUMNS = {
  ...CHANGE_COLUMNS,
  was: column.orNull(column.json<ContactMask>()),
  now: column.json<ContactMask>(),
  hash: column.text,
  erased: column.truth,
} as const satisfies Columns;

/** A row of `read.contact_change`. */
export type ContactChangeRow = RowOf<typeof CONTACT_CHANGE_COLUMNS>;

const CONTACT_CHANGE = new VersionedTable('contact_change', ['proposal'], CONTACT_CHANGE_COLUMNS);

/** `contact_change`. */
export const contactTable: ReadTable = {
  ddl: CONTACT_CHANGE.ddl,
  reading: sqlFile(import.meta.url, 'contact-reading.sql'),
  versioned: [CONTACT_CHANGE],

  async apply(tenant, batch, client) {
    const touched = new Set(batch.flatMap((event) => idIn(event.stream, 'contact-') ?? []));
    if (touched.size === 0) return;
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const event of batch) rows.fold(event, foldIntoContacts);
    await CONTACT_CHANGE.write(client, rows);
  },
};

/** What an event makes of the changes of contacts, by proposal; those of other streams leave them as they are. */
export function foldIntoContacts(rows: Rows<ContactChangeRow>, recorded: RecordedEvent): void {
  const uscc = idIn(recorded.stream, 'contact-');
  if (uscc === null) return;
  const event = parseContactEvent(recorded);
  switch (event.type) {
    case 'ContactChangeProposed': {
      const { proposal, opensUntil: opens_until, was, now, hash } = event.data;
      const begun = begunRow(recorded, event, { uscc, proposal, opens_until });
      rows.set(proposal, { ...begun, was, now, hash, erased: false });
      break;
    }
    case 'ContactChanged': {
      const { was } = event.data;
      rows.set(event.data.contact, { ...atOnce(recorded, event, uscc), was });
      break;
    }
    case 'ContactTakenOver':
      rows.set(event.data.contact, { ...atOnce(recorded, event, uscc), position: '0', is_found: true });
      break;
    case 'ContactErased':
      for (const proposal of rows.keysOf((row) => row.uscc === uscc)) {
        rows.change(proposal, (row) => ({ ...row, erased: true }));
      }
      break;
    case 'ContactNoticeGiven':
    case 'ContactChangeAgreed':
    case 'ContactChangeRefused':
    case 'ContactChangeWithdrawn':
      rows.change(event.data.proposal, (row) => ({ ...row, ...stepColumns(event) }));
  }
}

/** A contact that held on the day of its event: answered by nobody else than whoever entered it. */
function atOnce(
  recorded: RecordedEvent,
  event: Extract<ContactEvent, { type: 'ContactChanged' | 'ContactTakenOver' }>,
  uscc: string,
): ContactChangeRow {
  const { occurredOn, meta } = event;
  const { contact: proposal, now, hash } = event.data;
  return {
    ...begunRow(recorded, event, { uscc, proposal, opens_until: occurredOn }),
    was: null,
    now,
    hash,
    erased: false,
    answer: 'agreed',
    answered_on: occurredOn,
    answered_by: meta.actor.userId,
    effective_from: occurredOn,
    waiting: 'none',
  };
}

async function load(
  client: TableClient,
  tenant: string,
  usccs: readonly string[],
): Promise<Map<string, ContactChangeRow>> {
  const { rows } = await client.query<ContactChangeRow>({
    text: 'select * from contact_change where tenant = $1 and uscc = any ($2)',
    values: [tenant, usccs],
    types: plainTypes,
  });
  return new Map(rows.map((row) => [row.proposal, row]));
}
