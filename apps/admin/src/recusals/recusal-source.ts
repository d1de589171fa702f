import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListSource } from '../api/data-provider.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import { recusalsDocument } from './documents.js';

const recusalFilter = z.object({ query: lenientText, standing: lenient(z.boolean()) });

/** The newest first: the API has no other order. */
export const defaultRecusalSort = { field: 'since', order: 'DESC' } as const;

export function recusalSource(client: GraphQlClient): ListSource {
  return async ({ filter, asOf }, request, signal) => {
    const variables = { ...request, filter: filterFrom(recusalFilter, filter), asOf };
    return (await client.run(recusalsDocument, variables, signal)).recusals;
  };
}
