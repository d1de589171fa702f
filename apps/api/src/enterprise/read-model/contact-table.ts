import type { RecordedEvent } from '@duixian/event-store';
import { parseContactEvent, type ContactMask } from '@duixian/registry';
import type pg from 'pg';
import { sqlFile } from '../../database/sql-file.js';
import { idIn, type ReadTable } from '../../log/read-table.js';

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

/** `contact_change`. */
export const contactTable: ReadTable = {
  ddl: sqlFile(import.meta.url, 'contact-table.sql'),

  async apply(tenant, batch, client) {
    for (const recorded of batch) {
      const uscc = idIn(recorded.stream, 'contact-');
      if (uscc !== null) await applyEvent(tenant, uscc, recorded, client);
    }
  },
};

async function applyEvent(tenant: string, uscc: string, recorded: RecordedEvent, client: pg.ClientBase): Promise<void> {
  const event = parseContactEvent(recorded);
  switch (event.type) {
    case 'ContactChanged': {
      const { contact, was, now } = event.data;
      await client.query(
        'update contact_change set replaced_on = $3 where tenant = $1 and uscc = $2 and replaced_on is null',
        [tenant, uscc, event.occurredOn],
      );
      await client.query(
        `insert into contact_change (tenant, uscc, contact, position, was, now, changed_on, changed_by, erased)
         values ($1, $2, $3, $4, $5, $6, $7, $8, false)`,
        [
          ...[tenant, uscc, contact, recorded.position.toString()],
          ...[was === null ? null : JSON.stringify(was), JSON.stringify(now)],
          ...[event.occurredOn, event.meta.actor.displayName],
        ],
      );
      break;
    }
    case 'ContactErased':
      await client.query('update contact_change set erased = true where tenant = $1 and uscc = $2', [tenant, uscc]);
      break;
  }
}
