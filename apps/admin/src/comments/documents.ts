import { command } from '../api/command.js';
import { connectionFields } from '../api/connection.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { official } from '../claims/fragments.js';

const comment = graphql(
  `fragment Comment on Comment {
    id text recordedAt withdrawnOn canWithdraw awaitsMe author { ...Official }
    mentions { official { userId username displayName } readOn }
  }`,
  [official],
);
export type Comment = ResultOf<typeof comment>;

export const commentsDocument = graphql(
  `query Comments($claim: ID!, $first: Int!, $asOf: AsOf) {
    claim(id: $claim, asOf: $asOf) { mayComment }
    comments(claim: $claim, first: $first, asOf: $asOf) { nodes { ...Comment } ${connectionFields} }
  }`,
  [comment],
);

/** Those that mention whoever asks, and that he has not marked as read. */
export const mentionsDocument = graphql(
  `query Mentions($first: Int!) {
    mentions(first: $first) { nodes { ...Comment claim { id enterprise { name } } } ${connectionFields} }
  }`,
  [comment],
);
export type MentioningComment = ResultOf<typeof mentionsDocument>['mentions']['nodes'][number];

export const mentionableDocument = graphql(
  'query Mentionable($query: String) { mentionable(query: $query) { userId username displayName office } }',
);

export const writeComment = command('writeComment', comment);
export const withdrawComment = command('withdrawComment', comment, 'OnCommentInput');
export const readMention = command('readMention', comment, 'OnCommentInput');
