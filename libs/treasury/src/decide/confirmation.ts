import {
  accepted,
  bankReferenceAccount,
  capacityRefusal,
  claimStream,
  event,
  invalidInput,
  isPlainDate,
  normaliseBankReference,
  paymentStream,
  postMoves,
  refusal,
  refused,
  usedOf,
  type FieldProblem,
  type Guards,
  type Refusal,
} from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import { handsInPayment, type Accounts } from '@duixian/registry';
import { bankReferenceProblem } from '../bank-reference.js';
import type { PaymentStepCommand } from '../payment-command.js';
import { grantedLine, quotaMoves, watchSiblings, type PaymentFile } from '../payment-file.js';
import { attemptRefusal, paymentStandingOf } from '../payment-standing.js';
import type { Payment } from '../payment.js';
import type { TreasuryDecision } from '../treasury-event.js';

/**
 * 支付确认: the payer's treasury has paid; the reservation is posted. A bank reference settles one payment once. The last
 * payment of a claim closes it.
 */
export function decideConfirmation(
  input: PaymentFile & {
    readonly command: PaymentStepCommand<'CONFIRM'>;
    /** Holds the guard of the bank reference, if it was ever mentioned. */
    readonly guards: Guards;
    /** Guards of the same reference as it was spelled before, which hold as well. */
    readonly earlierSettlements: readonly string[];
    readonly catalogue: Catalogue;
    /** All accounts of the enterprise, also the one that the instruction named. */
    readonly accounts: Accounts;
  },
): TreasuryDecision {
  const { command, siblings, claim, entitlement, guards, earlierSettlements } = input;
  const standing = paymentStandingOf('CONFIRM', input.payment, command.actor, input);
  if (!standing.ok) return standing;
  const { payment } = standing;
  const hands = handsInPayment(input.accounts, payment.account, command.on);
  const mixed = capacityRefusal('treasury', hands, command.actor);
  if (mixed !== null) return refused(mixed);
  const other = attemptRefusal(command, payment);
  if (other !== null) return refused(other);
  const bankReference = normaliseBankReference(command.bankReference);
  const settlement = bankReferenceAccount(input.catalogue.places.asOf(payment.payer, command.on), bankReference);
  const reason = inputRefusal(command, payment) ?? referenceRefusal([settlement, ...earlierSettlements], guards);
  if (reason !== null) return refused(reason);
  const { grant, line } = grantedLine(payment, entitlement);
  const { id, claim: claimId } = payment;
  const { paidOn } = command;
  const confirmed = event(command, 'PaymentConfirmed', { payment: id, claim: claimId, bankReference, paidOn });
  const isLast = siblings.every((sibling) => sibling.status === 'paid');
  return accepted(
    [
      { stream: paymentStream(id), events: [confirmed] },
      ...(isLast ? [{ stream: claimStream(claim.id), events: [event(command, 'ClaimPaid', {})] }] : []),
    ],
    [
      ...postMoves([line]),
      ...quotaMoves(grant, payment, siblings, 'paid'),
      ...watchSiblings(siblings),
      { account: settlement, ceiling: 1n, paid: 1n },
    ],
  );
}

function inputRefusal({ bankReference, paidOn, on }: PaymentStepCommand<'CONFIRM'>, payment: Payment): Refusal | null {
  const problems: FieldProblem[] = [];
  const noReference = bankReferenceProblem(bankReference);
  if (noReference !== null) problems.push({ field: 'bankReference', message: noReference });
  if (!isPlainDate(paidOn) || paidOn < payment.instructedOn || paidOn > on) {
    const message = {
      zh: `支付日期应在下达指令之日（${payment.instructedOn}）至今日（${on}）之间。`,
      en: `State the day of payment, from the instruction (${payment.instructedOn}) to today (${on}).`,
    };
    problems.push({ field: 'paidOn', message });
  }
  return problems.length === 0 ? null : invalidInput(problems);
}

function referenceRefusal(settlements: readonly string[], guards: Guards): Refusal | null {
  if (settlements.every((settlement) => usedOf(guards, settlement) === 0n)) return null;
  return refusal(
    'BANK_REFERENCE_USED',
    {
      zh: '该银行回单号已用于另一笔支付，请核对回单。',
      en: 'This bank reference has settled another payment: compare it with the bank slip.',
    },
    'bankReference',
  );
}
