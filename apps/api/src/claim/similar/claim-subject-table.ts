import { parseClaimEvent, subjectLookOf } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { sqlFile } from '../../database/sql-file.js';
import { idIn, type ReadTable } from '../../log/read-table.js';

interface SubjectRow {
  readonly tenant: string;
  readonly claim: string;
  readonly look: string;
  readonly has_ended: boolean;
}

/** `claim_subject`. */
export const claimSubjectTable: ReadTable = {
  ddl: sqlFile(import.meta.url, 'claim-subject-table.sql'),

  async apply(tenant, batch, client) {
    const stated = new Map<string, SubjectRow>();
    const ended = new Set<string>();
    for (const recorded of batch) note(recorded, stated, ended);
    if (stated.size > 0) {
      await client.query(
        `insert into claim_subject select * from jsonb_populate_recordset(null::claim_subject, $1)
         on conflict (tenant, claim) do update set look = excluded.look, has_ended = excluded.has_ended`,
        [JSON.stringify([...stated.values()])],
      );
    }
    if (ended.size === 0) return;
    await client.query(
      'update claim_subject set has_ended = true where tenant = $1 and claim = any ($2) and not has_ended',
      [tenant, [...ended]],
    );
  },
};

function note(recorded: RecordedEvent, stated: Map<string, SubjectRow>, ended: Set<string>): void {
  const claim = idIn(recorded.stream, 'claim-');
  if (claim === null) return;
  const event = parseClaimEvent(recorded);
  if (event.type === 'ClaimSubmitted' || event.type === 'ClaimResubmitted') {
    const look = event.data.subject === null ? null : subjectLookOf(event.data.subject);
    if (look !== null) stated.set(claim, { tenant: recorded.tenant, claim, look, has_ended: false });
  } else if (event.type === 'ClaimRejected' || event.type === 'ClaimWithdrawn') {
    ended.add(claim);
  }
}
