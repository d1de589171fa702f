import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListSource } from '../api/data-provider.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import { DelegationSide, DelegationStanding } from '../api/schema/enums.generated.js';
import { delegationsDocument } from './documents.js';

const delegationFilter = z.object({
  query: lenientText,
  side: lenient(z.enum(DelegationSide)),
  standing: lenient(z.array(z.enum(DelegationStanding)).min(1)),
});

/** The newest first: the API has no other order. */
export const defaultDelegationSort = { field: 'givenOn', order: 'DESC' } as const;

export function delegationSource(client: GraphQlClient): ListSource {
  return async ({ filter, asOf }, request, signal) => {
    const variables = { ...request, filter: filterFrom(delegationFilter, filter), asOf };
    return (await client.run(delegationsDocument, variables, signal)).delegations;
  };
}
