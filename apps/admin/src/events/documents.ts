import { z } from 'zod';
import type { AsOf } from '../as-of/as-of.js';
import { graphql } from '../api/document.js';
import { bilingual, connection, connectionFields } from '../api/shapes.js';
import { timelineEntry, timelineFields } from '../claims/shapes.js';

/** One event as it stands in the log; react-admin knows it by its position. */
const loggedEvent = timelineEntry.transform((event) => ({ ...event, id: event.position }));
export type LoggedEvent = z.infer<typeof loggedEvent>;

export interface EventFilter {
  stream?: string | undefined;
  type?: string | undefined;
  claim?: string | undefined;
}

export const eventsDocument = graphql<{
  first: number;
  after: string | null;
  filter: EventFilter;
  asOf?: AsOf | null;
}>()(
  `query Events($first: Int!, $after: String, $filter: EventFilter, $asOf: AsOf) {
    events(first: $first, after: $after, filter: $filter, asOf: $asOf) { nodes { ${timelineFields} } ${connectionFields} }
  }`,
  z.object({ events: connection(loggedEvent) }),
);

export const eventTypesDocument = graphql()(
  'query EventTypes { eventTypes { type label { zh en } } }',
  z.object({ eventTypes: z.array(z.object({ type: z.string(), label: bilingual })) }),
);
