import type { Measure } from '@duixian/policy';
import type { Claim } from './claim.js';
import { isPromiseOfYears } from './measures.js';
import { COME_TO_NOTHING, PROGRESS } from './claim-status.js';

/** What of a claim says which of the promised years it is for. */
type Promised = Pick<Claim, 'id' | 'status' | 'year' | 'facts'>;

/** How claims state which of the promised years they are for (第几年). */
interface PlaceFact {
  readonly name: string;
  /** Whether it is a number that rises with the years; otherwise each of its values is for one year. */
  readonly counts: boolean;
}

/** The fact by which claims under a clause that is reckoned by the year state it; null where none does. */
export function placeFactOf({ clause }: Measure): PlaceFact | null {
  if (!isPromiseOfYears(clause)) return null;
  const { yearsBefore, when } = clause.begins;
  if (typeof yearsBefore === 'object' && 'ordinal' in yearsBefore) return { name: yearsBefore.ordinal, counts: true };
  return when !== undefined && 'is' in when ? { name: when.fact, counts: false } : null;
}

/**
 * Of claims of one enterprise under one clause, those that were granted and contradict this one in which of the promised
 * years is which: the first year claimed again as the first, or the third two years after the second. `assess` is not told
 * what earlier claims stated, and another lease may begin anew: the review says so.
 */
export function contradictingYears<Other extends Promised>(
  claim: Promised,
  others: readonly Other[],
  measure: Measure,
): Other[] {
  const place = placeFactOf(measure);
  if (place === null) return [];
  const { name, counts } = place;
  return others.filter((other) => {
    if (other.id === claim.id || !isGranted(other)) return false;
    if (counts) return other.year - Number(other.facts[name]) !== claim.year - Number(claim.facts[name]);
    return other.facts[name] === claim.facts[name] && other.year !== claim.year;
  });
}

function isGranted({ status }: Promised): boolean {
  return PROGRESS[status] >= PROGRESS.determined && !COME_TO_NOTHING.has(status);
}
