import { parseClaimEvent, subjectLookOf, type ClaimEvent } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows, type Stored } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { VersionedTable } from '../../log/versioned-table.js';

/** Claims by the look of the subject that they name: those whose names differ by a suffix stand together. */
const CLAIM_SUBJECT_COLUMNS = {
  tenant: column.id,
  claim: column.id,
  look: column.id,
  // Whether it was withdrawn or rejected: then it is compared with nothing.
  has_ended: column.truth,
} as const satisfies Columns;

type SubjectRow = RowOf<typeof CLAIM_SUBJECT_COLUMNS>;

const CLAIM_SUBJECT = new VersionedTable('claim_subject', ['claim'], CLAIM_SUBJECT_COLUMNS);

const TOLD_BY: ReadonlySet<string> = new Set([
  'ClaimSubmitted',
  'ClaimResubmitted',
  'ClaimRejected',
  'ClaimWithdrawn',
  'ObjectionUpheld',
] satisfies ClaimEvent['type'][]);

/** `claim_subject`. */
export const claimSubjectTable: ReadTable = {
  ddl: CLAIM_SUBJECT.ddl,
  reading: sqlFile(import.meta.url, 'claim-subject-reading.sql'),
  versioned: [CLAIM_SUBJECT],

  async apply(tenant, batch, client) {
    const own = batch.filter(({ stream, type }) => TOLD_BY.has(type) && idIn(stream, 'claim-') !== null);
    if (own.length === 0) return;
    const touched = new Set(own.flatMap(({ stream }) => idIn(stream, 'claim-') ?? []));
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const recorded of own) rows.fold(recorded, foldIntoSubjects);
    await CLAIM_SUBJECT.write(client, rows);
  },
};

function foldIntoSubjects(rows: Rows<SubjectRow>, recorded: RecordedEvent): void {
  const claim = idIn(recorded.stream, 'claim-') ?? '';
  const event = parseClaimEvent(recorded);
  const before = rows.get(claim);
  if (event.type === 'ClaimSubmitted' || event.type === 'ClaimResubmitted') {
    const look = event.data.subject === null ? null : subjectLookOf(event.data.subject);
    if (look === null || (before?.look === look && !before.has_ended)) return;
    rows.set(claim, { tenant: recorded.tenant, claim, look, has_ended: false });
  } else if (before !== null && (event.type !== 'ObjectionUpheld' || event.data.then === 'rejection')) {
    rows.set(claim, { ...before, has_ended: true });
  }
}

async function load(
  client: TableClient,
  tenant: string,
  claims: readonly string[],
): Promise<Map<string, Stored<SubjectRow>>> {
  const { rows } = await client.query<Stored<SubjectRow>>(
    'select * from claim_subject where tenant = $1 and claim = any ($2)',
    [tenant, claims],
  );
  return new Map(rows.map((row) => [row.claim, row]));
}
