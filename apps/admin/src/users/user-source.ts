import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListCriteria, ListSource } from '../api/data-provider.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import { role } from '../auth/documents.js';
import { type UserPageVariables, usersDocument } from './documents.js';

const userFilter = z.object({ query: lenientText, role: lenient(role) });

export const defaultUserSort = { field: 'username', order: 'ASC' } as const;

function userCriteria({ filter, sort }: ListCriteria): Pick<UserPageVariables, 'filter' | 'sort'> {
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
