import { fen, type Fen } from './fen.js';
import { type Ratio } from './ratio.js';

/**
 * Splits an amount so that the parts add up to it, to the fen: the payer at `remainder` takes what the others, each
 * rounded down, leave. Shares are expected to add up to 1.
 */
export function splitByShares(amount: Fen, shares: readonly Ratio[], remainder = shares.length - 1): Fen[] {
  let left: bigint = amount;
  const parts = shares.map((share, index) => {
    if (index === remainder) return amount;
    const part = (amount * share.num) / share.den;
    left -= part;
    return fen(part);
  });
  parts[remainder] = fen(left);
  return parts;
}
