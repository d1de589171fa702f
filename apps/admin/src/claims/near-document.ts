import { type ResultOf, graphql } from '../api/graphql.js';
import { claimCondition } from './condition/documents.js';
import { contestant, deadlines } from './fragments.js';

/**
 * What dialogs speak of: the claims that the review needs a word on, of almost the same subject, on what may be the same
 * contract or of years that do not fit, the objections that are answered, the time limits whose clock is stopped,
 * the papers that are missing or to follow, and the conditions that the determination answers.
 */
export const nearClaimsDocument = graphql(
  `query NearClaims($id: ID!, $asOf: AsOf) {
    claim(id: $id, asOf: $asOf) {
      objections { id standing objector what } nearSubjects { id subject } contradictingYears { id year }
      conditions { ...ClaimCondition }
      deadlines { ...Deadlines } papersToFollow { kind dueOn handedInOn } lacking { kind mayFollowWithin }
      similarSubjects { subject ...Contestant } nearContracts { number parties claim { ...Contestant } }
    }
  }`,
  [contestant, deadlines, claimCondition],
);
export type NearClaims = NonNullable<ResultOf<typeof nearClaimsDocument>['claim']>;

/** Each of them once, with what it shares. */
export function comparedOf({
  nearSubjects,
  nearContracts,
  contradictingYears,
}: Pick<NearClaims, 'nearSubjects' | 'nearContracts' | 'contradictingYears'>): { id: string; shares: string }[] {
  const contracts = nearContracts.map(({ number, claim: { id } }) => ({ id, shares: number }));
  const subjects = nearSubjects.map(({ id, subject }) => ({ id, shares: subject ?? '' }));
  const years = contradictingYears.map(({ id, year }) => ({ id, shares: String(year) }));
  return [...new Map([...contracts, ...subjects, ...years].map((each) => [each.id, each])).values()];
}
