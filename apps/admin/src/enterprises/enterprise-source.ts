import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListCriteria, ListSource } from '../api/data-provider.js';
import type { VariablesOf } from '../api/graphql.js';
import { filterFrom, lenientText } from '../api/lenient.js';
import { enterprisesDocument } from './documents.js';

const enterpriseFilter = z.object({ query: lenientText, division: lenientText });

export const defaultEnterpriseSort = { field: 'name', order: 'ASC' } as const;

function enterpriseCriteria({
  filter,
  sort,
}: ListCriteria): Pick<VariablesOf<typeof enterprisesDocument>, 'filter' | 'sort'> {
  return {
    filter: filterFrom(enterpriseFilter, filter),
    sort: {
      field: sort?.field === 'uscc' ? 'USCC' : 'NAME',
      direction: sort?.order ?? defaultEnterpriseSort.order,
    },
  };
}

export function enterpriseSource(client: GraphQlClient): ListSource {
  return async (criteria, request, signal) => {
    const answer = await client.run(
      enterprisesDocument,
      { ...request, ...enterpriseCriteria(criteria), asOf: criteria.asOf },
      signal,
    );
    return answer.enterprises;
  };
}
