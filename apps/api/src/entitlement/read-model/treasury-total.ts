import type { EntitlementLineRow, LineChange } from './entitlement-line.js';

/** What is added to a row of `read.treasury_total`, in fen. */
export interface TreasuryChange {
  readonly tenant: string;
  readonly payer: string;
  readonly basis: string;
  readonly reserved: string;
  readonly paid: string;
  readonly returned: string;
}

interface Sum {
  readonly line: EntitlementLineRow;
  reserved: bigint;
  paid: bigint;
  returned: bigint;
}

/** What the totals of the treasuries must change by when lines do. */
export function treasuryChanges(changes: readonly LineChange[]): TreasuryChange[] {
  const sums = new Map<string, Sum>();
  for (const { before, after } of changes) {
    if (before !== null) add(sums, before, -1n);
    add(sums, after, 1n);
  }
  return [...sums.values()].map(({ line: { tenant, payer, basis }, reserved, paid, returned }) => ({
    tenant,
    payer,
    basis,
    reserved: reserved.toString(),
    paid: paid.toString(),
    returned: returned.toString(),
  }));
}

function add(sums: Map<string, Sum>, line: EntitlementLineRow, sign: 1n | -1n): void {
  const key = `${line.payer} ${line.basis}`;
  const sum = sums.get(key) ?? { line, reserved: 0n, paid: 0n, returned: 0n };
  sums.set(key, sum);
  if (line.state !== 'released') sum[line.state] += sign * BigInt(line.amount);
}
