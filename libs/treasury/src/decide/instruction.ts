import {
  accepted,
  capacityRefusal,
  claimStream,
  enterpriseEnded,
  event,
  eventAt,
  grantOf,
  paymentId,
  paymentStream,
  refused,
  standingLines,
  standingOf,
  type Claim,
  type ClaimState,
  type Entitlement,
  type GrantLine,
} from '@duixian/casework';
import { formatYuan } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import { noAccount, type Payee } from '@duixian/registry';
import type { InstructPayments } from '../payment-command.js';
import type { TreasuryDecision } from '../treasury-event.js';

/**
 * 拨付指令: once the publicity is over, finance instructs every treasury to pay its line, to the account in
 * force on that day. The amounts stay reserved.
 */
export function decideInstruction(input: {
  readonly command: InstructPayments;
  readonly claim: ClaimState;
  readonly entitlement: Entitlement;
  readonly payee: Payee;
  readonly catalogue: Catalogue;
}): TreasuryDecision {
  const { command, entitlement, payee, catalogue } = input;
  const standing = standingOf('INSTRUCT', input.claim, command.actor, { on: command.on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const { claim } = standing;
  if (entitlement.closure !== null) return refused(enterpriseEnded(entitlement.closure));
  const { account } = payee;
  if (account === null) return refused(noAccount());
  const mixed = capacityRefusal('finance', payee.participants, command.actor);
  if (mixed !== null) return refused(mixed);
  const lines = reservedLines(claim, entitlement);
  const payments = lines.map((line) => paymentId(claim.id, line.payer));
  return accepted([
    { stream: claimStream(claim.id), events: [event(command, 'PaymentsInstructed', { payments })] },
    ...lines.map((line) => ({
      stream: paymentStream(paymentId(claim.id, line.payer)),
      events: [eventAt(2, command, 'PaymentInstructed', { ...instruction(claim, line), account, attempt: 1 })],
    })),
  ]);
}

function reservedLines(claim: Claim, entitlement: Entitlement): readonly GrantLine[] {
  const grant = grantOf(entitlement, claim.id);
  if (grant === undefined) throw new Error(`Claim ${claim.id} was determined and reserved nothing.`);
  return standingLines(grant);
}

function instruction({ id: claim, uscc, enterpriseName: payee }: Claim, { payer, amount, basis }: GrantLine) {
  return { payment: paymentId(claim, payer), claim, uscc, payee, payer, amount: formatYuan(amount), basis };
}
