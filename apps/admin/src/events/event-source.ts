import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListSource } from '../api/data-provider.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import { EventType } from '../api/schema/enums.generated.js';
import { eventsDocument } from './documents.js';

const eventFilter = z.object({ stream: lenientText, type: lenient(z.enum(EventType)), claim: lenientText });

/** The log, which nobody can change. */
export function eventSource(client: GraphQlClient): ListSource {
  return async ({ filter, asOf }, request, signal) => {
    const variables = { ...request, filter: filterFrom(eventFilter, filter), asOf };
    const answer = await client.run(eventsDocument, variables, signal);
    return answer.events;
  };
}
