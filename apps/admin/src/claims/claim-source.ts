import type { GraphQlClient } from '../api/client.js';
import type { ListSource } from '../api/data-provider.js';
import { claimCriteria } from './claim-list-criteria.js';
import { claimsDocument } from './documents.js';

/** Claims change by commands only, so there is nothing here but reading. */
export function claimSource(client: GraphQlClient): ListSource {
  return async (criteria, request, signal) => {
    const answer = await client.run(
      claimsDocument,
      { ...request, ...claimCriteria(criteria), asOf: criteria.asOf },
      signal,
    );
    return answer.claims;
  };
}
