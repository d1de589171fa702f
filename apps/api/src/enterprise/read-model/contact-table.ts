import type { RecordedEvent } from '@duixian/event-store';
import { parseContactEvent, type ContactMask } from '@duixian/registry';
import type pg from 'pg';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { idIn, Rows, type ReadTable } from '../../log/read-table.js';

/** A row of `read.contact_change`. */
export interface ContactChangeRow {
  readonly tenant: string;
  readonly uscc: string;
  readonly contact: string;
  readonly position: string;
  readonly was: ContactMask | null;
  readonly now: ContactMask;
  readonly changed_on: string;
  readonly changed_by: string;
  readonly replaced_on: string | null;
  readonly erased: boolean;
}

const UPSERT = sqlFile(import.meta.url, 'contact-upsert.sql');

/** `contact_change`. The changes of one enterprise are folded together: the next one ends the last. */
export const contactTable: ReadTable = {
  ddl: sqlFile(import.meta.url, 'contact-table.sql'),

  async apply(tenant, batch, client) {
    const touched = new Set(batch.flatMap((event) => idIn(event.stream, 'contact-') ?? []));
    if (touched.size === 0) return;
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const event of batch) foldIntoContacts(rows, event);
    const changed = rows.changes().flatMap(({ after }) => after);
    await client.query(UPSERT, [JSON.stringify(changed)]);
  },
};

/** What an event makes of the changes of contacts, by enterprise and in order; others leave them as they are. */
export function foldIntoContacts(rows: Rows<readonly ContactChangeRow[]>, recorded: RecordedEvent): void {
  const uscc = idIn(recorded.stream, 'contact-');
  if (uscc === null) return;
  const event = parseContactEvent(recorded);
  const earlier = rows.get(uscc) ?? [];
  switch (event.type) {
    case 'ContactChanged': {
      const { contact, was, now } = event.data;
      const ended = earlier.map((row) => ({ ...row, replaced_on: row.replaced_on ?? event.occurredOn }));
      const change = {
        tenant: recorded.tenant,
        uscc,
        contact,
        position: recorded.position.toString(),
        was,
        now,
        changed_on: event.occurredOn,
        changed_by: event.meta.actor.displayName,
        replaced_on: null,
        erased: false,
      };
      rows.set(uscc, [...ended, change]);
      break;
    }
    case 'ContactErased':
      rows.set(
        uscc,
        earlier.map((row) => ({ ...row, erased: true })),
      );
      break;
  }
}

async function load(
  client: pg.ClientBase,
  tenant: string,
  usccs: readonly string[],
): Promise<Map<string, readonly ContactChangeRow[]>> {
  const { rows } = await client.query<ContactChangeRow>({
    text: 'select * from contact_change where tenant = $1 and uscc = any ($2) order by position',
    values: [tenant, usccs],
    types: plainTypes,
  });
  const changes = new Map<string, ContactChangeRow[]>();
  for (const row of rows) changes.set(row.uscc, [...(changes.get(row.uscc) ?? []), row]);
  return changes;
}
