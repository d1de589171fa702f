import {
  proposalStanding,
  type PlainDate,
  type Proposal,
  type ProposalAnswer,
  type ProposalStanding,
} from '@duixian/casework';
import type { ChangeRow } from '../read-model/change-row.js';
import { ChangeNotice, type ProposedChange } from './change.type.js';

/** How each of an enterprise's changes stands on a day, the newest first, and which of them holds; -1 when none does. */
export function standingsOf(
  rows: readonly ChangeRow[],
  today: PlainDate,
): { readonly standings: readonly ProposalStanding[]; readonly inForce: number } {
  const standings = rows.map((row) => proposalStanding(proposalOf(row), today));
  return { standings, inForce: standings.indexOf('in-force') };
}

type ChangeFields = Pick<ProposedChange, keyof ProposedChange>;

/** Fields of a change as GraphQL shows them to one official. */
export function changeFields(
  row: ChangeRow,
  { standing, inForce, hasOlder }: { standing: ProposalStanding; inForce: boolean; hasOlder: boolean },
  userId: string,
): ChangeFields {
  // One that was agreed to can still be refused or taken back: then it never holds.
  const holds = standing === 'waiting' || standing === 'in-force';
  return {
    id: row.proposal,
    standing,
    inForce,
    isFound: row.is_found,
    proposedOn: row.proposed_on,
    proposedBy: row.proposed_by_name,
    isMine: row.proposed_by === userId,
    opensUntil: row.opens_until,
    needsNotice: standing === 'open' && hasOlder,
    notice: row.notice === null ? null : Object.assign(new ChangeNotice(), row.notice),
    answeredOn: row.answered_on,
    answeredBy: row.answered_by_name,
    reason: row.reason,
    effectiveFrom: holds ? row.effective_from : null,
    waiting: holds ? row.waiting : null,
  };
}

function proposalOf(row: ChangeRow): Proposal {
  const { proposal: id, proposed_by: proposedBy, proposed_on: proposedOn, opens_until: opensUntil } = row;
  return { id, proposedBy, proposedOn, opensUntil, answer: answerOf(row) };
}

function answerOf(row: ChangeRow): ProposalAnswer | null {
  const { answer, answered_by: by, answered_on: on, effective_from: effectiveFrom } = row;
  if (answer === null || by === null || on === null) return null;
  if (answer === 'agreed') return { kind: 'agreed', by, on, effectiveFrom: effectiveFrom ?? on };
  return answer === 'refused' ? { kind: 'refused', by, on, reason: row.reason ?? '' } : { kind: 'withdrawn', by, on };
}
