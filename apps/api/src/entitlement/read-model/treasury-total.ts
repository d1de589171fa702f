import type { EntitlementLineRow, LineChange } from './entitlement-line.js';

/** What is added to a row of `read.treasury_total`, in fen. */
export interface TreasuryChange {
  readonly tenant: string;
  readonly payer: string;
  readonly basis: string;
  readonly reserved: string;
  readonly paid: string;
  readonly returned: string;
  /** Of the three together: what is passed on to persons. */
  readonly persons: string;
}

interface Sum {
  readonly line: EntitlementLineRow;
  reserved: bigint;
  paid: bigint;
  returned: bigint;
  persons: bigint;
}

/** What the totals of the treasuries must change by when lines do. */
export function treasuryChanges(changes: readonly LineChange[]): TreasuryChange[] {
  const sums = new Map<string, Sum>();
  for (const { before, after } of changes) {
    if (before !== null) add(sums, before, -1n);
    add(sums, after, 1n);
  }
  return [...sums.values()].map(({ line: { tenant, payer, basis }, reserved, paid, returned, persons }) => ({
    tenant,
    payer,
    basis,
    reserved: reserved.toString(),
    paid: paid.toString(),
    returned: returned.toString(),
    persons: persons.toString(),
  }));
}

function add(sums: Map<string, Sum>, line: EntitlementLineRow, sign: 1n | -1n): void {
  const key = `${line.payer} ${line.basis}`;
  const sum = sums.get(key) ?? { line, reserved: 0n, paid: 0n, returned: 0n, persons: 0n };
  sums.set(key, sum);
  if (line.state === 'released') return;
  const amount = sign * BigInt(line.amount);
  sum[line.state] += amount;
  if (line.payee === 'naturalPerson') sum.persons += amount;
}
