import {
  accepted,
  entitlementStream,
  event,
  paymentStream,
  refused,
  releaseMoves,
  sentenceRefusal,
} from '@duixian/casework';
import { formatYuan } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import type { RecordBankReturn } from '../payment-command.js';
import { grantedLine, quotaMoves, watchSiblings, type PaymentFile } from '../payment-file.js';
import { paymentStandingOf } from '../payment-standing.js';
import type { TreasuryDecision } from '../treasury-event.js';

/** 银行退票: the bank sent the money back. What was reserved is free until finance instructs the payment again. */
export function decideBankReturn(
  input: PaymentFile & { readonly command: RecordBankReturn; readonly catalogue: Catalogue },
): TreasuryDecision {
  const { command, siblings, entitlement } = input;
  const standing = paymentStandingOf('RETURN', input.payment, command.actor, input);
  if (!standing.ok) return standing;
  const refusedFor = sentenceRefusal('reason', command.reason);
  if (refusedFor !== null) return refused(refusedFor);
  const { payment } = standing;
  const { id, claim, payer, uscc } = payment;
  const { grant, line } = grantedLine(payment, entitlement);
  const { measure, year, subject } = grant;
  const reason = command.reason.trim();
  const released = { claim, measure, year, subject, payer, amount: formatYuan(line.amount), reason };
  return accepted(
    [
      { stream: paymentStream(id), events: [event(command, 'PaymentReturned', { payment: id, claim, reason })] },
      { stream: entitlementStream(uscc), events: [event(command, 'GrantReleased', released)] },
    ],
    [...releaseMoves([line]), ...quotaMoves(grant, payment, siblings, 'returned'), ...watchSiblings(siblings)],
  );
}
