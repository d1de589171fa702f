import type { At } from '../../log/at.js';
import { MARK_EVERY } from './tally.js';

/** Whether a position is so far back that the tally is read from the mark before it, and no longer from what it is now. */
export function isFarBack({ behind }: At): boolean {
  return behind > MARK_EVERY;
}

/** The function in the schema `read` that answers the tally of a tenant at a position. */
export function tallyAt(at: At): string {
  return isFarBack(at) ? 'claim_tally_after_mark' : 'claim_tally_before';
}
