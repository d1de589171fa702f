import { command } from '../api/command.js';
import { connectionFields } from '../api/connection.js';
import { type ResultOf, graphql } from '../api/graphql.js';

/** A delegation as one line of the list. */
export const delegationRow = graphql(`
  fragment DelegationRow on Delegation {
    id from until reason givenOn standing endedOn endReason canEnd
    official { userId username displayName } deputy { userId username displayName } endedBy { username displayName }
    measures { id clauseId title { zh en } }
  }
`);
export type DelegationRow = ResultOf<typeof delegationRow>;

export const delegationsDocument = graphql(
  `query Delegations($first: Int!, $after: String, $filter: DelegationFilter, $asOf: AsOf) {
    delegations(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes { ...DelegationRow } ${connectionFields}
    }
  }`,
  [delegationRow],
);

/** Whether one stands in for who looks after a claim. */
export const standInDocument = graphql(
  'query StandIn($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { assignee { youStandIn } } }',
);

export const giveDelegation = command('giveDelegation', delegationRow);
export const endDelegation = command('endDelegation', delegationRow);
