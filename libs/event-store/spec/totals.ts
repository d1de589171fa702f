import type { RecordedEvent } from '../src/index.js';

/** What each account holds according to the events alone. */
export function foldReservations(events: readonly RecordedEvent[]): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { data } of events) {
    for (const [account, amount] of Object.entries(data.reserved ?? {})) {
      totals.set(account, (totals.get(account) ?? 0n) + BigInt(String(amount)));
    }
  }
  return totals;
}
