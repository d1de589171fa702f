import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useLogoutIfAccessDenied } from 'react-admin';
import { useClient } from '../api/ClientProvider.js';
import type { VariablesOf } from '../api/graphql.js';
import { pageSizeMax } from '../api/pages.js';
import { recognitionEntriesDocument } from './documents.js';
import type { RestedEntry } from './fragments.js';

/**
 * The entries of a list, page after page, with the claims that rest on each.
 *
 * @param last the place up to which they are wanted; null = all.
 */
export function useEntriesUpTo(list: string, last: number | null): UseQueryResult<RestedEntry[]> {
  const client = useClient();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  return useQuery({
    queryKey: ['EntriesUpTo', list, last],
    queryFn: async ({ signal }) => {
      const entries: RestedEntry[] = [];
      let after: string | null = null;
      try {
        do {
          const variables: VariablesOf<typeof recognitionEntriesDocument> = {
            first: pageSizeMax,
            after,
            filter: { list },
          };
          const { nodes, pageInfo } = (await client.run(recognitionEntriesDocument, variables, signal))
            .recognitionEntries;
          entries.push(...nodes);
          after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        } while (after !== null && (last === null || (entries.at(-1)?.no ?? last) < last));
      } catch (error) {
        await logoutIfAccessDenied(error);
        throw error;
      }
      return entries;
    },
  });
}
