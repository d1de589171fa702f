import { type Fen, ZERO, formatYuanGrouped, parseYuan } from '@duixian/money';

/** Fen of an amount that the API wrote; the API never writes anything but yuan with two decimals. */
export function fenOf(yuan: string): Fen {
  return parseYuan(yuan) ?? ZERO;
}

/** "150,000.00", for people to read. */
export function grouped(yuan: string): string {
  return formatYuanGrouped(fenOf(yuan));
}

/** How much of `whole` the `part` is, between 0 and 1; for bars only, never for sums. */
export function shareOf(part: Fen, whole: Fen): number {
  return whole > 0n ? Math.min(1, Number((part * 10_000n) / whole) / 10_000) : 0;
}
