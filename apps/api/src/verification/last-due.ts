const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
/** All of China keeps Beijing's time, which is eight hours ahead of UTC and never moved. */
const BEIJING_MS = 8 * 3_600_000;

/** The last moment at or before `nowMs` at which it was so many minutes past midnight in Beijing; both since the epoch. */
export function lastDue(nowMs: number, minutes: number): number {
  const shift = BEIJING_MS - minutes * MINUTE_MS;
  return Math.floor((nowMs + shift) / DAY_MS) * DAY_MS - shift;
}
