import type { GrantMatter } from './bearing.js';
import type { CompiledMeasure } from './measure.js';

/** What a claim asks for, as far as it says whether a document may support another claim too. */
export interface PaperMatter extends GrantMatter {
  /** As claimed; null where the measure has none, or derives it from the facts. */
  readonly subject: string | null;
  /** Whether its facts put it in the overlap group of its clause. */
  readonly overlaps: boolean;
}

/**
 * Whether the reckoning of a claim takes off what was granted on the other one, or the other one is its match of the
 * other level for the same matter. It errs on the side of no.
 */
export function countsWith({ clause, grant }: CompiledMeasure, claim: PaperMatter, other: PaperMatter): boolean {
  if (grant === null || clause.kind !== 'grant') return false;
  const { countyLineOf, countyLines, overlap } = grant.relations;
  const sameYear = claim.year === other.year;
  const sameSubject = claim.subject !== null && claim.subject === other.subject;
  if (other.measure === claim.measure) return clause.basis === 'annual' && sameYear;
  if (overlap.has(other.measure)) return claim.overlaps && (grant.overlap?.matter === 'year' ? sameYear : sameSubject);
  const isOtherLevel =
    other.measure === countyLineOf?.measure ||
    other.measure === clause.matches ||
    countyLines.some(({ measure }) => measure === other.measure) ||
    grant.relations.matchedBy.has(other.measure);
  return isOtherLevel && (clause.basis === 'annual' ? sameYear : sameSubject);
}
