import type { PayeeKind } from '@duixian/policy';

/** A row of `read.entitlement_line`; the amount is fen. */
export interface EntitlementLineRow {
  readonly tenant: string;
  readonly claim: string;
  readonly payer: string;
  readonly uscc: string;
  readonly basis: string;
  readonly amount: string;
  /** `returned`: by the bank, and not instructed again; `released`: the claim was withdrawn or settled. Neither counts anywhere. */
  readonly state: 'reserved' | 'paid' | 'returned' | 'released';
  /** Guards on which it stands. */
  readonly accounts: readonly string[];
  /** Guard of which its claim takes one place; null where there is none. */
  readonly quota: string | null;
  /** Whose gain it is. */
  readonly payee: PayeeKind;
}

/** What became of a line. */
export interface LineChange {
  readonly before: EntitlementLineRow | null;
  readonly after: EntitlementLineRow;
}

/**
 * Sums of `read.yearly_total`: what rests on the measure and is the enterprise's, what rests on it and is passed on to
 * persons, and what counts against its ceiling.
 */
interface Sums<Amount> {
  reserved: Amount;
  paid: Amount;
  city: Amount;
  county: Amount;
  persons_reserved: Amount;
  persons_paid: Amount;
  persons_city: Amount;
  persons_county: Amount;
  counted_reserved: Amount;
  counted_paid: Amount;
  counted_city: Amount;
  counted_county: Amount;
}

/** What is added to a row of `read.yearly_total`, in fen. */
export interface TotalChange extends Readonly<Sums<string>> {
  readonly tenant: string;
  readonly uscc: string;
  readonly measure: string;
  readonly year: number;
}

interface Sum extends Sums<bigint> {
  readonly line: EntitlementLineRow;
  readonly measure: string;
  readonly year: number;
}

const NOTHING: Readonly<Sums<bigint>> = {
  reserved: 0n,
  paid: 0n,
  city: 0n,
  county: 0n,
  persons_reserved: 0n,
  persons_paid: 0n,
  persons_city: 0n,
  persons_county: 0n,
  counted_reserved: 0n,
  counted_paid: 0n,
  counted_city: 0n,
  counted_county: 0n,
};

/** `enterprise:<uscc>:<measure>:<year>`: the guards of an enterprise's yearly ceiling, not those over all years. */
const YEARLY = /^enterprise:[^:]+:([^:]+):(\d{4})$/;

/** What the yearly totals must change by when lines do. */
export function totalChanges(changes: readonly LineChange[]): TotalChange[] {
  const sums = new Map<string, Sum>();
  for (const { before, after } of changes) {
    if (before !== null) add(sums, before, -1n);
    add(sums, after, 1n);
  }
  return [...sums.values()].map(({ line: { tenant, uscc }, measure, year, ...sum }) => ({
    tenant,
    uscc,
    measure,
    year,
    reserved: sum.reserved.toString(),
    paid: sum.paid.toString(),
    city: sum.city.toString(),
    county: sum.county.toString(),
    persons_reserved: sum.persons_reserved.toString(),
    persons_paid: sum.persons_paid.toString(),
    persons_city: sum.persons_city.toString(),
    persons_county: sum.persons_county.toString(),
    counted_reserved: sum.counted_reserved.toString(),
    counted_paid: sum.counted_paid.toString(),
    counted_city: sum.counted_city.toString(),
    counted_county: sum.counted_county.toString(),
  }));
}

/** A line counts against the ceiling of every measure that it is placed under, and rests on one of them: its basis. */
function add(sums: Map<string, Sum>, line: EntitlementLineRow, sign: 1n | -1n): void {
  const level = isCityTreasury(line.payer) ? 'city' : 'county';
  for (const account of line.accounts) {
    const [, measure, year] = YEARLY.exec(account) ?? [];
    if (measure === undefined || year === undefined) continue;
    const key = `${line.uscc} ${measure} ${year}`;
    const sum = sums.get(key) ?? { line, measure, year: Number(year), ...NOTHING };
    sums.set(key, sum);
    if (line.state === 'returned' || line.state === 'released') continue;
    const amount = sign * BigInt(line.amount);
    sum[`counted_${line.state}`] += amount;
    sum[`counted_${level}`] += amount;
    if (measure !== line.basis) continue;
    if (line.payee === 'naturalPerson') {
      sum[`persons_${line.state}`] += amount;
      sum[`persons_${level}`] += amount;
    } else {
      sum[line.state] += amount;
      sum[level] += amount;
    }
  }
}

/** GB/T 2260: the code of a prefecture-level city ends in 00. */
function isCityTreasury(payer: string): boolean {
  return payer.endsWith('00');
}
