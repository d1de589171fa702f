import type { GrantClause } from '../schema/clause.js';
import type { CompiledMeasure } from './measure.js';

/** What an earlier grant is told apart by. */
export interface GrantMatter {
  readonly measure: string;
  readonly year: number;
  readonly subject: string | null;
}

/** Whether an earlier grant can bear on a claim. */
export type Bears = (earlier: GrantMatter) => boolean;

/** Words of a clause that look at all years and subjects granted before. */
const WORDS_OF_HISTORY: ReadonlySet<string> = new Set(['grantedYears', 'sinceFirstGrant', 'yearsSinceFirstGrant']);

/**
 * The grants that the reckoning of a claim looks at, so that nobody has to read the others: of a product that is paid
 * once, those of the product, and not the thousands of other products of the same enterprise. It errs on the side of
 * too many, never of too few.
 *
 * @param subject as claimed; one that is derived from the facts is not known here.
 */
export function bearingOn(
  { measure, clause, subject: how, grant }: CompiledMeasure,
  year: number,
  subject: string | null,
): Bears {
  if (grant === null || clause.kind !== 'grant') return () => false;
  const { countyLineOf, countyLines, overlap } = grant.relations;
  const own = new Set([
    measure.id,
    ...(countyLineOf === null ? [] : [countyLineOf.measure]),
    ...countyLines.map((line) => line.measure),
  ]);
  const sameSubject = (earlier: GrantMatter) => how !== 'given' || earlier.subject === subject;
  const sameYear = (earlier: GrantMatter) => earlier.year === year;
  const ownBears = seesAll(clause)
    ? always
    : clause.basis === 'annual'
      ? sameYear
      : either(sameSubject, clause.limits?.year === undefined ? never : sameYear);
  const overlapBears = grant.overlap?.matter === 'year' ? sameYear : sameSubject;
  return (earlier) =>
    own.has(earlier.measure) ? ownBears(earlier) : overlap.has(earlier.measure) && overlapBears(earlier);
}

/** Steps towards one amount, a cap over all years, and words that count years look at every grant of the measure. */
function seesAll(clause: GrantClause): boolean {
  return (
    clause.basis === 'steps' ||
    clause.limits?.total !== undefined ||
    mentionsHistory([clause.conditions, clause.amount, clause.begins, clause.overlap, clause.subject])
  );
}

function mentionsHistory(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([word, inner]) => WORDS_OF_HISTORY.has(word) || mentionsHistory(inner));
}

function either(a: Bears, b: Bears): Bears {
  return (earlier) => a(earlier) || b(earlier);
}

const always: Bears = () => true;
const never: Bears = () => false;
