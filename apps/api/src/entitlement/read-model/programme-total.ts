import type { RecordedEvent } from '@duixian/event-store';
import type { Step } from '../../log/rows.js';
import type { TotalsChange } from '../../log/versioned-totals.js';
import type { EntitlementLineRow } from './entitlement-line.js';

/** What is added to a row of `read.programme_total`: fen of a pool, or places of a quota. */
export type ProgrammeChange = Readonly<Record<'tenant' | 'account' | 'reserved' | 'paid', string>>;

type Used = Readonly<Record<'reserved' | 'paid', bigint>>;

const NOTHING: Used = { reserved: 0n, paid: 0n };

/**
 * What the pools and quotas move by with each step of a line. A pool holds every line that stands on it; of a quota a
 * claim takes one place while one of its lines stands, however many treasuries pay it.
 *
 * @param before all lines of the claims that the steps are about, as they were.
 */
export function programmeChanges(
  steps: readonly Step<EntitlementLineRow>[],
  before: Iterable<EntitlementLineRow>,
): { readonly position: bigint; readonly change: ProgrammeChange }[] {
  const claims = new Map<string, Map<string, EntitlementLineRow>>();
  const linesOf = (claim: string): Map<string, EntitlementLineRow> => {
    const known = claims.get(claim) ?? new Map<string, EntitlementLineRow>();
    claims.set(claim, known);
    return known;
  };
  for (const line of before) linesOf(line.claim).set(line.payer, line);
  return steps.flatMap(({ position, after }) => {
    if (after === null) return [];
    const lines = linesOf(after.claim);
    const was = usedBy(lines.values());
    lines.set(after.payer, after);
    const is = usedBy(lines.values());
    const { tenant } = after;
    return [...new Set([...was.keys(), ...is.keys()])].map((account) => {
      const [from, to] = [was.get(account) ?? NOTHING, is.get(account) ?? NOTHING];
      const [reserved, paid] = [to.reserved - from.reserved, to.paid - from.paid];
      return { position, change: { tenant, account, reserved: reserved.toString(), paid: paid.toString() } };
    });
  });
}

/** The same by the month of the event, as what is added to rows of `read.programme_month`. A payment takes up nothing more. */
export function programmeMonths(
  changes: readonly { readonly position: bigint; readonly change: ProgrammeChange }[],
  batch: readonly RecordedEvent[],
): TotalsChange[] {
  const months = new Map(batch.map(({ position, occurredOn }) => [position, occurredOn.slice(0, 7)]));
  return changes.flatMap(({ position, change: { tenant, account, reserved, paid } }) => {
    const used = BigInt(reserved) + BigInt(paid);
    const month = months.get(position) ?? '';
    return used === 0n ? [] : [{ position, change: { tenant, account, month, used: used.toString() } }];
  });
}

/** What the lines of one claim take up, by account. */
function usedBy(lines: Iterable<EntitlementLineRow>): Map<string, Used> {
  const used = new Map<string, Used>();
  for (const { state, amount, accounts, quota } of lines) {
    const standing = state === 'reserved' || state === 'paid' ? state : null;
    for (const account of accounts.filter((each) => each.startsWith('pool:'))) {
      const sum = used.get(account) ?? NOTHING;
      used.set(account, standing === null ? sum : { ...sum, [standing]: sum[standing] + BigInt(amount) });
    }
    if (quota === null) continue;
    const place = used.get(quota) ?? NOTHING;
    if (standing === 'paid') used.set(quota, { reserved: 0n, paid: 1n });
    else used.set(quota, standing === 'reserved' && place.paid === 0n ? { reserved: 1n, paid: 0n } : place);
  }
  return used;
}
