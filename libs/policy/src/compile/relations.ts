import type { Grant } from '../assess/case.js';
import { History, type RelevantGrant } from '../assess/history.js';
import type { GrantClause } from '../schema/clause.js';
import type { Measure } from '../policy.js';

/** A grant of another policy that is at the same time the county line of this measure. */
export interface CountyLine {
  readonly measure: string;
  /** The county whose treasury pays it. */
  readonly division: string;
  /** The dates on which the matter must have occurred for the line to rest on that policy. */
  readonly from: string;
  /** Null where the policy sets no end. */
  readonly to: string | null;
}

/** The city's measure of which another is the county line. */
export interface Counterpart {
  readonly measure: string;
  /** The city whose treasury pays the other line. */
  readonly division: string;
  /** What both levels together may grant an enterprise in a year; undefined where that depends on facts, or is open. */
  readonly year: string | undefined;
}

/** What the grants of other measures mean to one measure. */
export interface Relations {
  /** Other measures whose grants are county lines of this one. */
  readonly countyLines: readonly CountyLine[];
  /** Null if this measure is the county line of none. */
  readonly countyLineOf: Counterpart | null;
  /** The other members of the overlap group. */
  readonly overlap: ReadonlySet<string>;
  /** Other measures that match this one at another level, on top of it. */
  readonly matchedBy: ReadonlySet<string>;
}

/** The grant clauses of all policies with their measures. */
export interface GrantMeasure {
  readonly measure: Measure;
  readonly clause: GrantClause;
}

export function relationsOf({ measure, clause }: GrantMeasure, all: readonly GrantMeasure[]): Relations {
  const group = clause.overlap?.group;
  return {
    countyLines: all
      .filter((other) => other.clause.countyLineOf === measure.id)
      .map(({ measure: { id, policy } }) => ({
        measure: id,
        division: policy.division,
        from: policy.period.from,
        to: policy.period.to,
      })),
    countyLineOf: counterpartOf(clause, all),
    overlap: new Set(
      all
        .filter((other) => group !== undefined && other.clause.overlap?.group === group && other.measure !== measure)
        .map((other) => other.measure.id),
    ),
    matchedBy: new Set(all.filter((other) => other.clause.matches === measure.id).map((other) => other.measure.id)),
  };
}

function counterpartOf({ countyLineOf }: GrantClause, all: readonly GrantMeasure[]): Counterpart | null {
  const city = all.find(({ measure }) => measure.id === countyLineOf);
  if (city === undefined) return null;
  const year = city.clause.limits?.year;
  const { id, policy } = city.measure;
  return { measure: id, division: policy.division, year: typeof year === 'string' ? year : undefined };
}

/** Sorts the enterprise's grants by what they mean to the measure; grants of other measures are left out. */
export function historyFor(measure: Measure, relations: Relations, grants: readonly Grant[]): History {
  if (grants.length === 0) return History.NONE;
  const relevant: RelevantGrant[] = [];
  for (const grant of grants) {
    const bearing = grant.amount === 0n ? null : bearingOn(measure, relations, grant);
    if (bearing === null) continue;
    relevant.push({
      bearing: bearing === 'city' || bearing === 'county' ? 'own' : bearing,
      year: grant.year,
      subject: grant.subject,
      county: bearing === 'county',
      amount: grant.amount,
    });
  }
  return relevant.length === 0 ? History.NONE : new History(relevant);
}

/**
 * Whether a grant counts as this measure's own, paid by the city or by a county, as the city's line beside it, or as one
 * of its overlap group.
 */
function bearingOn(
  measure: Measure,
  relations: Relations,
  grant: Grant,
): 'city' | 'county' | 'counterpart' | 'overlap' | null {
  const { division } = measure.policy;
  if (grant.measure === measure.id) return grant.payer === division ? 'city' : 'county';
  const { countyLineOf } = relations;
  // Whichever county paid its half: an enterprise that moved gets one.
  if (grant.measure === countyLineOf?.measure) return grant.payer === countyLineOf.division ? 'counterpart' : 'city';
  if (relations.countyLines.some((line) => line.measure === grant.measure)) return 'county';
  return relations.overlap.has(grant.measure) ? 'overlap' : null;
}
