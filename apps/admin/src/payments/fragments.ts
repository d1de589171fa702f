import { division } from '../api/fragments.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { maskedAccount } from '../enterprises/fragments.js';

export const payment = graphql(
  `fragment Payment on Payment {
    id claim { id } enterprise { uscc name } payer { ...Division } amount basis status
    payeeAccount { ...MaskedAccount } attempt returnedOn instructedOn settledOn bankReference returnReason
    actions { action allowed refusal { zh en } }
  }`,
  [division, maskedAccount],
);
export type Payment = ResultOf<typeof payment>;

/** A pool of money or a quota of places of one measure and year, over all enterprises. */
export const programme = graphql(`
  fragment Programme on Programme {
    id measure { id title { zh en } } year pool { ceiling reserved paid remaining }
    quota { ceiling reserved paid remaining } lastsUntil
  }
`);
export type Programme = ResultOf<typeof programme>;
