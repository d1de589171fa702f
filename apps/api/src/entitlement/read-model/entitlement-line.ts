/** A row of `read.entitlement_line`; the amount is fen. */
export interface EntitlementLineRow {
  readonly tenant: string;
  readonly claim: string;
  readonly payer: string;
  readonly uscc: string;
  readonly basis: string;
  readonly amount: string;
  readonly state: 'reserved' | 'paid' | 'released';
  /** Guards on which it stands. */
  readonly accounts: readonly string[];
}

/** What is added to a row of `read.yearly_total`, in fen. */
export interface TotalChange {
  readonly tenant: string;
  readonly uscc: string;
  readonly measure: string;
  readonly year: number;
  readonly reserved: string;
  readonly paid: string;
  readonly city: string;
  readonly county: string;
}

interface Sum {
  readonly line: EntitlementLineRow;
  readonly measure: string;
  readonly year: number;
  reserved: bigint;
  paid: bigint;
  city: bigint;
  county: bigint;
}

/** `enterprise:<uscc>:<measure>:<year>`: the guards of an enterprise's yearly ceiling, not those over all years. */
const YEARLY = /^enterprise:[^:]+:([^:]+):(\d{4})$/;

/** What the yearly totals must change by when lines do. */
export function totalChanges(
  changes: readonly { readonly before: EntitlementLineRow | null; readonly after: EntitlementLineRow }[],
): TotalChange[] {
  const sums = new Map<string, Sum>();
  for (const { before, after } of changes) {
    if (before !== null) add(sums, before, -1n);
    add(sums, after, 1n);
  }
  return [...sums.values()].map(({ line, measure, year, reserved, paid, city, county }) => ({
    tenant: line.tenant,
    uscc: line.uscc,
    measure,
    year,
    reserved: reserved.toString(),
    paid: paid.toString(),
    city: city.toString(),
    county: county.toString(),
  }));
}

function add(sums: Map<string, Sum>, line: EntitlementLineRow, sign: 1n | -1n): void {
  for (const account of line.accounts) {
    const [, measure, year] = YEARLY.exec(account) ?? [];
    if (measure === undefined || year === undefined) continue;
    const key = `${line.uscc} ${measure} ${year}`;
    const sum = sums.get(key) ?? { line, measure, year: Number(year), reserved: 0n, paid: 0n, city: 0n, county: 0n };
    sums.set(key, sum);
    if (line.state === 'released') continue;
    const amount = sign * BigInt(line.amount);
    sum[line.state] += amount;
    sum[isCityTreasury(line.payer) ? 'city' : 'county'] += amount;
  }
}

/** GB/T 2260: the code of a prefecture-level city ends in 00. */
function isCityTreasury(payer: string): boolean {
  return payer.endsWith('00');
}
