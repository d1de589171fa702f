import {
  grantOf,
  lineAccount,
  type Claim,
  type Entitlement,
  type Grant,
  type GrantLine,
  type GuardMove,
} from '@duixian/casework';
import type { Payment, PaymentState } from './payment.js';

/** What a decision on one payment looks at. */
export interface PaymentFile {
  readonly payment: PaymentState;
  /** The other payments of the same claim. */
  readonly siblings: readonly Payment[];
  readonly claim: Claim;
  readonly entitlement: Entitlement;
}

/** The grant and the line of it that the payment pays. @throws Error when the entitlement has none. */
export function grantedLine(payment: Payment, entitlement: Entitlement): { grant: Grant; line: GrantLine } {
  const grant = grantOf(entitlement, payment.claim);
  const line = grant?.lines.find((each) => each.payer === payment.payer);
  if (grant === undefined || line === undefined) throw new Error(`Payment ${payment.id} pays no granted line.`);
  return { grant, line };
}

/**
 * The decision sees how the other lines of the claim stand (whether the claim is paid in full, whether it still takes a
 * place of the quota), so that it holds only while they do.
 */
export function watchSiblings(siblings: readonly Payment[]): GuardMove[] {
  return siblings.map((sibling) => ({ account: lineAccount(sibling.id), dependsOnVersion: true }));
}

/** Reserved and paid places of a quota. A claim takes one, however many treasuries pay it. */
type Places = readonly [reserved: bigint, paid: bigint];

function placesOf(payments: readonly Pick<Payment, 'status'>[]): Places {
  if (payments.some((payment) => payment.status === 'paid')) return [0n, 1n];
  return payments.some((payment) => payment.status === 'instructed') ? [1n, 0n] : [0n, 0n];
}

/** How the claim's place in the quota moves when the payment comes to stand as `status`. */
export function quotaMoves(
  { quota }: Grant,
  payment: Payment,
  siblings: readonly Payment[],
  status: Payment['status'],
): GuardMove[] {
  if (quota === null) return [];
  const before = placesOf([payment, ...siblings]);
  const after = placesOf([{ status }, ...siblings]);
  const [reserve, paid] = [after[0] - before[0], after[1] - before[1]];
  return reserve === 0n && paid === 0n ? [] : [{ account: quota, reserve, paid }];
}
