import { proposalStanding, type PlainDate, type Proposal, type ProposalAnswer } from '@duixian/casework';
import type { BankAccountChangeRow } from '../read-model/bank-account-table.js';
import { AccountNotice, BankAccountChange, MaskedAccount } from './bank-account-change.type.js';

/** The changes of one enterprise, the newest first, as they stand on a day for one official. */
export function toBankAccountChanges(
  rows: readonly BankAccountChangeRow[],
  today: PlainDate,
  userId: string,
): BankAccountChange[] {
  const standings = rows.map((row) => proposalStanding(proposalOf(row), today));
  const inForce = standings.indexOf('in-force');
  return rows.map((row, index) =>
    Object.assign(new BankAccountChange(), {
      id: row.proposal,
      standing: standings[index],
      inForce: index === inForce,
      account: toMaskedAccount(row.account),
      holderReason: row.holder_reason,
      proposedOn: row.proposed_on,
      proposedBy: row.proposed_by_name,
      isMine: row.proposed_by === userId,
      opensUntil: row.opens_until,
      needsNotice: standings[index] === 'open' && inForce !== -1,
      notice: row.notice === null ? null : Object.assign(new AccountNotice(), row.notice),
      answeredOn: row.answered_on,
      answeredBy: row.answered_by_name,
      reason: row.reason,
      effectiveFrom: row.effective_from,
      waiting: row.waiting,
    }),
  );
}

export function toMaskedAccount({ proposal, bank, cnaps, mask }: BankAccountChangeRow['account']): MaskedAccount {
  return Object.assign(new MaskedAccount(), { proposal, bank, cnaps, mask });
}

function proposalOf(row: BankAccountChangeRow): Proposal {
  const { proposal: id, proposed_by: proposedBy, proposed_on: proposedOn, opens_until: opensUntil } = row;
  return { id, proposedBy, proposedOn, opensUntil, answer: answerOf(row) };
}

function answerOf(row: BankAccountChangeRow): ProposalAnswer | null {
  const { answer, answered_by: by, answered_on: on, effective_from: effectiveFrom } = row;
  if (answer === null || by === null || on === null) return null;
  if (answer === 'agreed') return { kind: 'agreed', by, on, effectiveFrom: effectiveFrom ?? on };
  return answer === 'refused' ? { kind: 'refused', by, on, reason: row.reason ?? '' } : { kind: 'withdrawn', by, on };
}
