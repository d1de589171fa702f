import {
  accepted,
  claimStream,
  entitlementStream,
  event,
  eventAt,
  invalidInput,
  isPlainDate,
  paymentStream,
  refundMoves,
  refused,
  releaseMoves,
  sentenceRefusal,
  type Claim,
  type Refusal,
} from '@duixian/casework';
import { formatYuan } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import type { PaymentStepCommand } from '../payment-command.js';
import { grantedLine, quotaMoves, watchSiblings, type PaymentFile } from '../payment-file.js';
import { attemptRefusal, paymentStandingOf } from '../payment-standing.js';
import type { Payment } from '../payment.js';
import type { TreasuryDecision } from '../treasury-event.js';

/**
 * 银行退票: the bank sent the money back, at once or days after the payment was confirmed. What was reserved or paid is
 * free until finance instructs the payment again, and a claim that was paid in full is open again.
 */
export function decideBankReturn(
  input: PaymentFile & { readonly command: PaymentStepCommand<'RETURN'>; readonly catalogue: Catalogue },
): TreasuryDecision {
  const { command, siblings, claim: file, entitlement } = input;
  const standing = paymentStandingOf('RETURN', input.payment, command.actor, input);
  if (!standing.ok) return standing;
  const { payment } = standing;
  const refusedFor =
    attemptRefusal(command, payment) ?? sentenceRefusal('reason', command.reason) ?? dayRefusal(command, payment);
  if (refusedFor !== null) return refused(refusedFor);
  const { id, claim, payer, uscc } = payment;
  const { grant, line } = grantedLine(payment, entitlement);
  const { measure, year, subject } = grant;
  const reason = command.reason.trim();
  const { returnedOn } = command;
  const returned = eventAt(2, command, 'PaymentReturned', { payment: id, claim, reason, returnedOn });
  const released = { claim, measure, year, subject, payer, amount: formatYuan(line.amount), reason };
  return accepted(
    [
      { stream: paymentStream(id), events: [returned] },
      { stream: entitlementStream(uscc), events: [event(command, 'GrantReleased', released)] },
      ...(isClosed(file) ? [reopening(command, payment)] : []),
    ],
    [
      ...(payment.status === 'paid' ? refundMoves([line]) : releaseMoves([line])),
      ...quotaMoves(grant, payment, siblings, 'returned'),
      ...watchSiblings(siblings),
    ],
  );
}

/** A return of what was paid leaves something to be paid, or given up, again. */
function isClosed({ status }: Claim): boolean {
  return status === 'paid' || status === 'settled';
}

function reopening(command: PaymentStepCommand<'RETURN'>, { id: payment, claim }: Payment) {
  const reason = command.reason.trim();
  return { stream: claimStream(claim), events: [event(command, 'ClaimReopened', { payment, reason })] };
}

function dayRefusal(
  { returnedOn, on }: PaymentStepCommand<'RETURN'>,
  { paidOn, instructedOn, status }: Payment,
): Refusal | null {
  const from = status === 'paid' ? (paidOn ?? instructedOn) : instructedOn;
  if (isPlainDate(returnedOn) && from <= returnedOn && returnedOn <= on) return null;
  const message = {
    zh: `退票日期应在${from}至今日（${on}）之间。`,
    en: `State the day on which the money came back, from ${from} to today (${on}).`,
  };
  return invalidInput([{ field: 'returnedOn', message }]);
}
