import { type ResultOf, graphql } from '../api/graphql.js';
import { contestant } from './fragments.js';

/**
 * What dialogs speak of: the claims that the review needs a word on, of almost the same subject or on what may be the same
 * contract, and the objections that are answered.
 */
export const nearClaimsDocument = graphql(
  `query NearClaims($id: ID!, $asOf: AsOf) {
    claim(id: $id, asOf: $asOf) {
      objections { id standing objector what } nearSubjects { id subject } nearContracts { number parties claim { ...Contestant } }
    }
  }`,
  [contestant],
);
export type NearClaims = NonNullable<ResultOf<typeof nearClaimsDocument>['claim']>;

/** Each of them once, with what it shares. */
export function comparedOf({
  nearSubjects,
  nearContracts,
}: Omit<NearClaims, 'objections'>): { id: string; shares: string }[] {
  const contracts = nearContracts.map(({ number, claim: { id } }) => ({ id, shares: number }));
  const subjects = nearSubjects.map(({ id, subject }) => ({ id, shares: subject ?? '' }));
  return [...new Map([...contracts, ...subjects].map((each) => [each.id, each])).values()];
}
