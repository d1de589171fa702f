import { type ResultOf, graphql } from '../api/graphql.js';

/** What a text may be of, in one request: as many as can be looked over, and whether there are more. */
export const searchDocument = graphql(`
  query Search($text: String!, $asOf: AsOf) {
    claims(first: 6, filter: { query: $text }, asOf: $asOf) {
      nodes { id status enterprise { name } measure { title { zh en } } } pageInfo { hasNextPage }
    }
    enterprises(first: 6, filter: { query: $text }, asOf: $asOf) {
      nodes { uscc name division { name } } pageInfo { hasNextPage }
    }
    payments(first: 4, filter: { query: $text }, asOf: $asOf) {
      nodes { id claim { id } enterprise { name } payer { name } amount status } pageInfo { hasNextPage }
    }
  }
`);
export type Found = ResultOf<typeof searchDocument>;
