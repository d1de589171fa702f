import type { ClaimRow } from './claim-row.js';

/** What is added to a row of `claim_tally`; negative when claims leave it. */
export interface TallyChange {
  readonly tenant: string;
  readonly status: string;
  readonly measure: string;
  readonly year: number;
  readonly division: string;
  readonly last_actor: string;
  readonly kind: string | null;
  readonly publicity_until: string | null;
  readonly claims: number;
  readonly requested: string;
  readonly determined: string;
  readonly reserved: string;
  readonly paid: string;
  readonly returned: string;
}

/** What the tally must change by: each claim leaves where it was counted and is counted where it is. */
export function tallyChanges(
  changes: readonly { readonly before: ClaimRow | null; readonly after: ClaimRow }[],
): TallyChange[] {
  const sums = new Map<string, TallyChange>();
  for (const { before, after } of changes) {
    if (before !== null) add(sums, before, -1n);
    add(sums, after, 1n);
  }
  return [...sums.values()];
}

function add(sums: Map<string, TallyChange>, row: ClaimRow, sign: 1n | -1n): void {
  const { tenant, status, measure, year, division, last_actor, kind } = row;
  const publicity_until = status === 'publicised' ? row.publicity_until : null;
  const counted = { tenant, status, measure, year, division, last_actor, kind, publicity_until };
  const key = JSON.stringify(counted);
  const sum = sums.get(key);
  const plus = (total: string | undefined, amount: string | null): string =>
    (BigInt(total ?? 0) + sign * BigInt(amount ?? 0)).toString();
  sums.set(key, {
    ...counted,
    claims: (sum?.claims ?? 0) + Number(sign),
    requested: plus(sum?.requested, row.requested),
    determined: plus(sum?.determined, row.determined),
    reserved: plus(sum?.reserved, row.reserved),
    paid: plus(sum?.paid, row.paid),
    returned: plus(sum?.returned, row.returned),
  });
}
