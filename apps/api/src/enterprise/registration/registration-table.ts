import {
  evolveRegistrations,
  isOfRegistration,
  parseEnterpriseEvent,
  type RegistrationProposal,
} from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { VersionedTable } from '../../log/versioned-table.js';

const REGISTRATION_COLUMNS = {
  tenant: column.id,
  uscc: column.id,
  // What was proposed with a licence, in order, with what was said of it.
  proposals: column.json<readonly RegistrationProposal[]>(),
  has_open: column.truth,
} as const satisfies Columns;

/** A row of `read.registration`. */
export type RegistrationRow = RowOf<typeof REGISTRATION_COLUMNS>;

const REGISTRATION = new VersionedTable('registration', ['uscc'], REGISTRATION_COLUMNS);

/** `registration`. */
export const registrationTable: ReadTable = {
  ddl: REGISTRATION.ddl,
  reading: sqlFile(import.meta.url, 'registration-reading.sql'),
  versioned: [REGISTRATION],

  async apply(tenant, batch, client) {
    const touched = new Set(batch.flatMap((event) => proposedUnder(event) ?? []));
    if (touched.size === 0) return;
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const event of batch) rows.fold(event, foldIntoRegistrations);
    await REGISTRATION.write(client, rows);
  },
};

/** What an event makes of the proposals; those that are none about a registration leave them as they are. */
export function foldIntoRegistrations(rows: Rows<RegistrationRow>, recorded: RecordedEvent): void {
  const uscc = proposedUnder(recorded);
  if (uscc === null) return;
  const event = parseEnterpriseEvent(recorded);
  if (!isOfRegistration(event)) return;
  const proposals = evolveRegistrations(rows.get(uscc)?.proposals ?? [], event);
  const has_open = proposals.some(({ proposal }) => proposal.answer === null);
  rows.set(uscc, { tenant: recorded.tenant, uscc, proposals, has_open });
}

/** The code of an event about a registration with a licence; null for any other. */
function proposedUnder({ stream, type }: RecordedEvent): string | null {
  return type.startsWith('Registration') ? idIn(stream, 'enterprise-') : null;
}

async function load(client: TableClient, tenant: string, usccs: string[]): Promise<Map<string, RegistrationRow>> {
  const { rows } = await client.query<RegistrationRow>({
    text: 'select * from registration where tenant = $1 and uscc = any ($2)',
    values: [tenant, usccs],
    types: plainTypes,
  });
  return new Map(rows.map((row) => [row.uscc, row]));
}
