import { connectionFields } from '../../api/connection.js';
import { type ResultOf, graphql } from '../../api/graphql.js';
import { factShown } from '../fragments.js';

/** What else an enterprise claimed under a clause, newest first: a year or stage that it states may have been stated before. */
export const otherClaimsDocument = graphql(
  `query OtherClaims($uscc: ID!, $measure: ID!, $asOf: AsOf) {
    claims(first: 20, filter: { uscc: $uscc, measure: $measure }, asOf: $asOf) {
      nodes { id year status determinedAmount facts { ...FactShown } } ${connectionFields}
    }
  }`,
  [factShown],
);
export type OtherClaim = ResultOf<typeof otherClaimsDocument>['claims']['nodes'][number];
