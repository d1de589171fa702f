import type { Step } from '../../log/rows.js';
import { VersionedTotals, type TotalsChange } from '../../log/versioned-totals.js';
import type { ClaimRow } from './claim-row.js';

/**
 * `month_total`: what was claimed, determined and paid in each month, each by a day of its own: that of the first submission,
 * of the determination, and on which the bank paid. As with all figures, of what stands: what was withdrawn, or sent back by the
 * bank, is in no month. So all months add up to the totals of the dashboard.
 */
export const MONTH_TOTAL = new VersionedTotals(
  'month_total',
  ['month', 'division', 'payer', 'measure'],
  ['claims', 'requested', 'determined', 'paid'],
);

const AMOUNTS = ['claims', 'requested', 'determined', 'paid'] as const;

/** What no treasury pays stands under this one: claims, what they ask for, and loan limits. */
const NO_PAYER = '';

interface MonthRow extends Record<(typeof AMOUNTS)[number], bigint> {
  readonly tenant: string;
  readonly month: string;
  readonly division: string;
  readonly payer: string;
  readonly measure: string;
}

/** What each step of a claim adds to the months. */
export function monthChanges(steps: readonly Step<ClaimRow>[]): TotalsChange[] {
  return steps.flatMap(({ position, before, after }) => {
    const rows = new Map<string, MonthRow>();
    if (before !== null) add(rows, before, -1n);
    if (after !== null) add(rows, after, 1n);
    return [...rows.values()].filter(isChange).map((row) => ({ position, change: stored(row) }));
  });
}

function isChange(row: MonthRow): boolean {
  return AMOUNTS.some((name) => row[name] !== 0n);
}

function stored(row: MonthRow): object {
  return { ...row, ...Object.fromEntries(AMOUNTS.map((name) => [name, row[name].toString()])) };
}

function add(rows: Map<string, MonthRow>, claim: ClaimRow, sign: 1n | -1n): void {
  const submitted = rowOf(rows, claim, claim.submitted_on, NO_PAYER);
  submitted.claims += sign;
  submitted.requested += sign * BigInt(claim.requested);
  if (claim.determined_on === null) return;
  if (claim.kind === 'loan-limit' && claim.status !== 'withdrawn') {
    rowOf(rows, claim, claim.determined_on, NO_PAYER).determined += sign * BigInt(claim.determined ?? 0);
  }
  for (const { payer, amount, state, paid_on } of claim.lines) {
    if (state === 'released') continue;
    rowOf(rows, claim, claim.determined_on, payer).determined += sign * BigInt(amount);
    if (paid_on !== null) rowOf(rows, claim, paid_on, payer).paid += sign * BigInt(amount);
  }
}

function rowOf(
  rows: Map<string, MonthRow>,
  { tenant, division, measure }: ClaimRow,
  day: string,
  payer: string,
): MonthRow {
  const month = day.slice(0, 7);
  const key = [month, division, payer, measure].join(' ');
  const row = rows.get(key) ?? {
    tenant,
    month,
    division,
    payer,
    measure,
    claims: 0n,
    requested: 0n,
    determined: 0n,
    paid: 0n,
  };
  rows.set(key, row);
  return row;
}
