import { connectionFields } from '../api/connection.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { timelineEntry } from '../claims/fragments.js';

/** Events as they stand in the log; react-admin knows one by its position. */
export const eventsDocument = graphql(
  `query Events($first: Int!, $after: String, $filter: EventFilter, $asOf: AsOf) {
    events(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes { id: position ...TimelineEntry } ${connectionFields}
    }
  }`,
  [timelineEntry],
);
export type LoggedEvent = ResultOf<typeof eventsDocument>['events']['nodes'][number];

export const eventTypesDocument = graphql('query EventTypes { eventTypes { type label { zh en } } }');
