import type { ProposalAnswer } from '@duixian/casework';
import { agreeingRefusal, type ChangeProposal } from '@duixian/office';
import { changeWords } from '../../../event/account-words.js';
import { actorOf } from '../../actor.js';
import type { CurrentUser } from '../../current-user.js';
import type { ProposalRow } from './proposal-table.js';
import { OfficialProposal, type Standing } from './proposal.type.js';

/** A proposal as it stands for somebody today. */
export function toProposal(row: ProposalRow, user: CurrentUser, today: string): OfficialProposal {
  const standing = standingOf(row, today);
  const refusal = agreeingRefusal(proposalOf(row), row.official, actorOf(user), today);
  return Object.assign(new OfficialProposal(), {
    id: row.id,
    official: row.official,
    username: row.username,
    displayName: row.display_name,
    kind: row.change.kind,
    summary: changeWords(row.change, user.nameOf),
    reason: row.reason,
    lookalikes: row.lookalikes,
    proposedBy: row.proposed_by,
    proposedOn: row.proposed_on,
    opensUntil: row.opens_until,
    standing,
    answeredBy: row.answered_by,
    answeredOn: row.answered_on,
    answerReason: row.answer_reason,
    agreeingRefusal: refusal?.message ?? null,
    isYours: row.proposed_by.userId === user.id,
  });
}

function standingOf({ answer, opens_until: until }: ProposalRow, today: string): Standing {
  if (answer === 'agreed') return 'in-force';
  return answer ?? (today > until ? 'lapsed' : 'open');
}

function proposalOf(row: ProposalRow): ChangeProposal {
  return {
    id: row.id,
    change: row.change,
    proposedAs: row.proposed_as,
    proposedBy: row.proposed_by.userId,
    proposedOn: row.proposed_on,
    opensUntil: row.opens_until,
    answer: answerOf(row),
  };
}

function answerOf({
  answer,
  answered_by: by,
  answered_on: on,
  answer_reason: reason,
}: ProposalRow): ProposalAnswer | null {
  if (answer === null || by === null || on === null) return null;
  const answered = { by: by.userId, on };
  switch (answer) {
    case 'agreed':
      return { ...answered, kind: 'agreed', effectiveFrom: on };
    case 'refused':
      return { ...answered, kind: 'refused', reason: reason ?? '' };
    case 'withdrawn':
      return { ...answered, kind: 'withdrawn' };
  }
}
