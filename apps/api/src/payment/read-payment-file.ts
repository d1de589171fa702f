import { lineAccount, refused, type Claim, type Guards, type Refused } from '@duixian/casework';
import { paymentNotFound, type PaymentFile } from '@duixian/treasury';
import type { Records } from '../command/records.js';

/** What a decision on a payment looks at, with the guards of the claim's other lines and those that were asked for. */
export interface GuardedPaymentFile extends PaymentFile {
  readonly guards: Guards;
}

/**
 * Reads the file of a payment: guards first, then the streams that explain them.
 *
 * @param accountsOf names the further guards that the decision needs.
 */
export async function readPaymentFile(
  records: Records,
  id: string,
  accountsOf: (payer: string, claim: Claim) => readonly string[] = () => [],
): Promise<{ readonly ok: true; readonly file: GuardedPaymentFile } | Refused> {
  const known = await records.payment(id);
  const claim = known === null ? null : await records.claim(known.claim);
  if (known === null || claim === null) return refused(paymentNotFound());
  const others = claim.payments.filter((other) => other !== id);
  const guards = await records.guards([...others.map(lineAccount), ...accountsOf(known.payer, claim)]);
  const payment = await records.payment(id);
  const siblings = (await Promise.all(others.map((other) => records.payment(other)))).filter((other) => other !== null);
  const entitlement = await records.entitlement(claim.uscc);
  return { ok: true, file: { payment, siblings, claim, entitlement, guards } };
}
