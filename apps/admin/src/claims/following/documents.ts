import { graphql } from '../../api/graphql.js';

/** A document of its own, since a claim with its whole file is long. */
export const papersDocument = graphql(
  `query PapersToFollow($id: ID!, $asOf: AsOf) {
    claim(id: $id, asOf: $asOf) {
      id enterprise { uscc name } measure { id title { zh en } }
      papersToFollow { kind dueOn light handedInOn handedInBy } timeline { type on }
    }
  }`,
);
