import { division } from '../api/fragments.js';
import { type ResultOf, graphql } from '../api/graphql.js';

/** A list as one line of the lists. */
export const recognitionRow = graphql(`
  fragment RecognitionRow on RecognitionList {
    id title authority issuedOn validFrom validUntil department standing isOpen entries revoked
  }
`);
export type RecognitionRow = ResultOf<typeof recognitionRow>;

/** A list with what was proposed for it. */
export const recognitionList = graphql(
  `fragment RecognitionList on RecognitionList {
    ...RecognitionRow division { ...Division } isMyOffice position
    proposals {
      id kind standing title division { ...Division } department isMyOffice proposedOn proposedBy isMine opensUntil
      entries firstNo lastNo revokes refused fileName fileHash from reason answeredOn answeredBy refusedBecause
    }
  }`,
  [recognitionRow, division],
);
export type RecognitionList = ResultOf<typeof recognitionList>;
export type RecognitionProposal = RecognitionList['proposals'][number];

/** An entry with its document, as a claim's page and the enterprise's show it. */
export const recognitionEntry = graphql(`
  fragment RecognitionEntry on RecognitionEntry {
    id no name uscc subject level batch certificate standing validFrom validUntil revokedFrom revokedBecause
    list { id title authority issuedOn }
  }
`);
export type RecognitionEntry = ResultOf<typeof recognitionEntry>;

/** An entry with the claims that rest on it. */
export const restedEntry = graphql(
  'fragment RestedEntry on RecognitionEntry { ...RecognitionEntry restingClaims { id status } }',
  [recognitionEntry],
);
export type RestedEntry = ResultOf<typeof restedEntry>;
