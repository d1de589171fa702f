import {
  accepted,
  claimStream,
  event,
  freeEvidence,
  refused,
  sentenceRefusal,
  standingOf,
  type ClaimCommand,
  type ClaimState,
  type ReasonedClaimCommand,
} from '@duixian/casework';
import { formatYuan, sum } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import { watchSiblings } from '../payment-file.js';
import { withPayments, type Payment } from '../payment.js';
import type { TreasuryDecision } from '../treasury-event.js';

interface SettlementFile {
  readonly claim: ClaimState;
  readonly payments: readonly Payment[];
  readonly catalogue: Catalogue;
}

/**
 * 按已付结清: finance proposes to leave a claim at what is paid, since what the bank returned is not to be paid any more. Its
 * amount was released with the return.
 */
export function decideSettlementProposal(
  input: SettlementFile & { readonly command: ReasonedClaimCommand },
): TreasuryDecision {
  const { command } = input;
  const standing = settlementStanding('SETTLE', input);
  if (!standing.ok) return standing;
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const proposed = event(command, 'ClaimSettlementProposed', { reason: command.reason.trim() });
  return accepted([{ stream: claimStream(command.claim), events: [proposed] }], watchSiblings(input.payments));
}

/** Another official of finance agrees. Where nothing was paid, the papers of the claim are free for another. */
export function decideSettlement(input: SettlementFile & { readonly command: ClaimCommand }): TreasuryDecision {
  const { command, payments } = input;
  const standing = settlementStanding('AGREE_SETTLEMENT', input);
  if (!standing.ok) return standing;
  const { claim } = standing;
  const amounts = (status: Payment['status']) =>
    payments.filter((payment) => payment.status === status).map(({ amount }) => amount);
  const paid = amounts('paid');
  const settled = event(command, 'ClaimSettled', {
    paid: formatYuan(sum(paid)),
    givenUp: formatYuan(sum(amounts('returned'))),
  });
  return accepted(
    [{ stream: claimStream(claim.id), events: [settled] }, ...(paid.length === 0 ? freeEvidence(command, claim) : [])],
    watchSiblings(payments),
  );
}

/** Another official of finance refuses: what was returned can be instructed again. */
export function decideSettlementRefusal(
  input: SettlementFile & { readonly command: ReasonedClaimCommand },
): TreasuryDecision {
  const { command } = input;
  const standing = settlementStanding('REFUSE_SETTLEMENT', input);
  if (!standing.ok) return standing;
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const refusedEvent = event(command, 'ClaimSettlementRefused', { reason: command.reason.trim() });
  return accepted([{ stream: claimStream(command.claim), events: [refusedEvent] }]);
}

function settlementStanding(
  action: 'SETTLE' | 'AGREE_SETTLEMENT' | 'REFUSE_SETTLEMENT',
  { command, claim, payments, catalogue }: SettlementFile & { readonly command: ClaimCommand },
) {
  const context = { on: command.on, catalogue, evidence: [], underway: isUnderway(payments) };
  return standingOf(action, withPayments(claim, payments), command.actor, context);
}

/** Whether a payment of a claim is instructed, and neither paid nor returned. */
export function isUnderway(payments: readonly Pick<Payment, 'status'>[]): boolean {
  return payments.some(({ status }) => status === 'instructed');
}
