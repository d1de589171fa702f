import { type ResultOf, graphql } from '../../api/graphql.js';

export const claimCondition = graphql('fragment ClaimCondition on ClaimCondition { key text by department on met }');
export type ClaimCondition = ResultOf<typeof claimCondition>;

/** On what offices agreed to a claim. */
export const conditionsDocument = graphql(
  'query ClaimConditions($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { conditions { ...ClaimCondition } } }',
  [claimCondition],
);
