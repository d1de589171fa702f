import { fen, type Fen } from './fen.js';
import { type Ratio } from './ratio.js';

/**
 * Splits an amount so that the parts add up to it, to the fen: every part but the last is its share rounded down, and
 * the last is what they leave. The shares are expected to add up to 1.
 */
export function splitByShares(amount: Fen, shares: readonly Ratio[]): Fen[] {
  let left: bigint = amount;
  return shares.map((share, index) => {
    if (index === shares.length - 1) return fen(left);
    const part = (amount * share.num) / share.den;
    left -= part;
    return fen(part);
  });
}
