import { sqlFile } from '../../database/sql-file.js';
import type { Step } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
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
  readonly waits_for: readonly string[];
  readonly claims: number;
  readonly requested: string;
  readonly determined: string;
  readonly reserved: string;
  readonly paid: string;
  readonly returned: string;
}

/** Positions between two marks of the tally: a figure of the past sums up what one mark and so many events say. */
export const MARK_EVERY = 2_048n;

const ADD = sqlFile(import.meta.url, 'tally-add.sql');

/** Brings the tally from before the steps to after them, and keeps what stood at marks between them. */
export async function moveTally(client: TableClient, tenant: string, steps: readonly Step<ClaimRow>[]): Promise<void> {
  for (const [mark, part] of byMark(steps)) {
    await client.query(ADD, [JSON.stringify(tallyChanges(part)), tenant, mark.toString()]);
  }
  // A row of nothing is none: so the table is what a replay makes it, in whatever batches it comes.
  await client.query('delete from claim_tally where tenant = $1 and claims = 0', [tenant]);
}

type Change = Pick<Step<ClaimRow>, 'before' | 'after'>;

/** What became of each claim up to the next mark, by the last mark before it: what lay between is counted nowhere. */
function byMark(steps: readonly Step<ClaimRow>[]): Map<bigint, Change[]> {
  const parts = new Map<bigint, Map<string, Change>>();
  for (const { key, position, before, after } of steps) {
    const mark = ((position - 1n) / MARK_EVERY) * MARK_EVERY;
    const part = parts.get(mark) ?? new Map<string, Change>();
    const known = part.get(key);
    parts.set(mark, part.set(key, { before: known === undefined ? before : known.before, after }));
  }
  return new Map([...parts].map(([mark, changes]) => [mark, [...changes.values()]]));
}

/** What the tally must change by: each claim leaves where it was counted and is counted where it is. */
function tallyChanges(steps: readonly Change[]): TallyChange[] {
  const sums = new Map<string, TallyChange>();
  for (const { before, after } of steps) {
    if (before !== null) add(sums, before, -1n);
    if (after !== null) add(sums, after, 1n);
  }
  return [...sums.values()];
}

function add(sums: Map<string, TallyChange>, row: ClaimRow, sign: 1n | -1n): void {
  const { tenant, status, measure, year, division, last_actor, kind, waits_for } = row;
  const publicity_until = status === 'publicised' ? row.publicity_until : null;
  const counted = { tenant, status, measure, year, division, last_actor, kind, publicity_until, waits_for };
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
