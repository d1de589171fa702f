import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListCriteria, ResourceSource } from '../api/data-provider.js';
import { ApiError } from '../api/errors.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import { role } from '../auth/documents.js';
import { type UserPageVariables, userDocument, usersDocument } from './documents.js';

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

export function userSource(client: GraphQlClient): ResourceSource {
  return {
    page: async (criteria, request, signal) => {
      const answer = await client.run(usersDocument, { ...request, ...userCriteria(criteria) }, signal);
      return answer.users;
    },
    one: async (id, signal) => {
      const answer = await client.run(userDocument, { id }, signal);
      if (!answer.user) throw new ApiError('BAD_USER_INPUT', `There is no user ${id}.`);
      return answer.user;
    },
  };
}
