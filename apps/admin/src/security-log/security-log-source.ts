import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListSource } from '../api/data-provider.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import { SecurityEventKind } from '../api/schema/enums.generated.js';
import { securityLogDocument } from './documents.js';

const securityLogFilter = z.object({
  kind: lenient(z.enum(SecurityEventKind)),
  person: lenientText,
  from: lenient(z.iso.date()),
  until: lenient(z.iso.date()),
  ofNoCity: lenient(z.boolean()),
});

/** The security log, which nobody can change. */
export function securityLogSource(client: GraphQlClient): ListSource {
  return async ({ filter }, request, signal) => {
    const variables = { ...request, filter: filterFrom(securityLogFilter, filter) };
    return (await client.run(securityLogDocument, variables, signal)).securityLog;
  };
}
