import { command } from '../../api/command.js';
import { type ResultOf, graphql } from '../../api/graphql.js';
import { bulkDone } from '../bulk/documents.js';

/** Whether it is one's own to take a claim, or to give it. */
export const assigningDocument = graphql('query Assigning($id: ID!) { claim(id: $id) { assigningRefusal { zh en } } }');

export const colleaguesDocument = graphql(
  'query Colleagues($claims: [ID!]) { colleagues(claims: $claims) { id displayName username isMe assigned recusedFrom } }',
);
export type Colleague = ResultOf<typeof colleaguesDocument>['colleagues'][number];

/** Up to 25 claims go to one colleague, or back to the office. */
export const assignClaims = command('assignClaims', bulkDone);
