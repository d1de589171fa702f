import { command } from '../api/command.js';
import { connectionFields } from '../api/connection.js';
import { type ResultOf, graphql } from '../api/graphql.js';

/** A recusal as one line of a list. */
export const recusalRow = graphql(`
  fragment RecusalRow on Recusal {
    id claim since reason liftedOn liftReason canLift
    enterprise { uscc name } official { userId username displayName } orderedBy { username displayName }
    liftedBy { username displayName }
  }
`);
export type RecusalRow = ResultOf<typeof recusalRow>;

export const recusalsDocument = graphql(
  `query Recusals($first: Int!, $after: String, $filter: RecusalFilter, $asOf: AsOf) {
    recusals(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes { ...RecusalRow } ${connectionFields}
    }
  }`,
  [recusalRow],
);

/** Who takes no part in a claim. */
export const recusalsOfClaimDocument = graphql(
  'query RecusalsOfClaim($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { recusals { ...RecusalRow } } }',
  [recusalRow],
);

/** Whom one may order to take no part. */
export const subordinatesDocument = graphql('query Subordinates { subordinates { userId username displayName } }');

export const declareRecusal = command('declareRecusal', recusalRow);
export const liftRecusal = command('liftRecusal', recusalRow);
