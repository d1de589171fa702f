import { fen } from '@duixian/money';

/** A hundred 亿元: no clause pays a fraction of it, and sums of such amounts fit wherever fen are stored. */
const CLAIM_AMOUNT_MAX = fen(1_000_000_000_000n);

/** Whether an amount can be asked for, or agreed to. */
export function isClaimAmount(amount: bigint): boolean {
  return amount > 0n && amount <= CLAIM_AMOUNT_MAX;
}
