import { lineAccount, type ClaimState } from '@duixian/casework';
import type { Payment } from '@duixian/treasury';
import type { Records } from '../command/records.js';

/** A claim and its payments, with the guards of their lines read before them. */
export async function readSettlementFile(
  records: Records,
  id: string,
): Promise<{ readonly claim: ClaimState; readonly payments: readonly Payment[] }> {
  const claim = await records.claim(id);
  const ids = claim?.payments ?? [];
  await records.guards(ids.map(lineAccount));
  const payments = await Promise.all(ids.map((payment) => records.payment(payment)));
  return { claim, payments: payments.filter((payment) => payment !== null) };
}
