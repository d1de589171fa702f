import { division } from '../api/fragments.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { contestant, factShown } from '../claims/fragments.js';

/** What two claims are compared by. */
export const comparedClaim = graphql(
  `fragment ComparedClaim on Claim {
    id position status held year subject occurredOn submittedOn enterprise { uscc name } division { ...Division }
    measure { id title { zh en } } applicationRound { name { zh en } } assignee { displayName }
    requestedAmount agreedAmount determinedAmount paidAmount invoicedTotal publicity { from until }
    facts { ...FactShown }
    evidence { kind number party invoice { seller sellerUscc issuedOn amount tax } contestedBy { id } }
    route { steps { name { zh en } isOpen taken { outcome on } } }
    payments { payer { ...Division } amount status }
    timeline { type label { zh en } on }
  }`,
  [division, factShown],
);
export type ComparedClaim = ResultOf<typeof comparedClaim>;

/** Both as of one position. */
export const comparedClaimsDocument = graphql(
  `query ComparedClaims($left: ID!, $right: ID!, $asOf: AsOf) {
    left: claim(id: $left, asOf: $asOf) { ...ComparedClaim }
    right: claim(id: $right, asOf: $asOf) { ...ComparedClaim }
  }`,
  [comparedClaim],
);

/** With what a claim is likely to be compared: what the pages before the review named, and its enterprise's other claims. */
export const likelyClaimsDocument = graphql(
  `query LikelyClaims($id: ID!, $asOf: AsOf) {
    claim(id: $id, asOf: $asOf) {
      position ...Contestant
      evidence { kind number contestedBy { ...Contestant } }
      nearContracts { number claim { ...Contestant } }
      similarSubjects { subject ...Contestant }
      contradictingYears { year ...Contestant }
      enterprise { claims(first: 20) { nodes { ...Contestant } pageInfo { hasNextPage } } }
    }
  }`,
  [contestant],
);
export type LikelyClaims = NonNullable<ResultOf<typeof likelyClaimsDocument>['claim']>;

export const foundClaimsDocument = graphql(
  `query FoundClaims($text: String!, $asOf: AsOf) {
    claims(first: 10, filter: { query: $text }, asOf: $asOf) { nodes { ...Contestant } }
  }`,
  [contestant],
);
