import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListCriteria, ListSource } from '../api/data-provider.js';
import type { VariablesOf } from '../api/graphql.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import { Role } from '../api/schema/enums.generated.js';
import { usersDocument } from './documents.js';

const userFilter = z.object({ query: lenientText, role: lenient(z.enum(Role)) });

export const defaultUserSort = { field: 'username', order: 'ASC' } as const;

function userCriteria({ filter, sort }: ListCriteria): Pick<VariablesOf<typeof usersDocument>, 'filter' | 'sort'> {
  return {
    filter: filterFrom(userFilter, filter),
    sort: {
      field: sort?.field === 'displayName' ? 'DISPLAY_NAME' : 'USERNAME',
      direction: sort?.order ?? defaultUserSort.order,
    },
  };
}

export function userSource(client: GraphQlClient): ListSource {
  return async (criteria, request, signal) => {
    const answer = await client.run(usersDocument, { ...request, ...userCriteria(criteria) }, signal);
    return answer.users;
  };
}
