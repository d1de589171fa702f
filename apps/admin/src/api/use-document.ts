import { type UseQueryResult, keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLogoutIfAccessDenied } from 'react-admin';
import { takesAsOf } from '../as-of/as-of.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useClient } from './ClientProvider.js';
import type { GraphQlDocument } from './graphql.js';
import { snapshotKey } from './query-client.js';

interface Options<Data> {
  /** Ask only when true. */
  enabled?: boolean;
  /** Show the answer to the variables before while the new one is on its way. */
  keepPrevious?: boolean;
  staleTimeMs?: number;
  /** Keep the first answer as it is until it is dropped, whatever changes behind it. */
  snapshot?: boolean;
  /** Ask again and again, while the page is looked at; or while an answer says so. */
  everyMs?: number | ((data: Data) => number | null);
}

/** Asks a query and keeps its answer in the cache; an expired session leads to the login page and back. */
export function useDocument<Variables, Data>(
  document: GraphQlDocument<Variables, Data>,
  variables: NoInfer<Variables>,
  { enabled = true, keepPrevious = false, staleTimeMs = 0, snapshot = false, everyMs }: Options<NoInfer<Data>> = {},
): UseQueryResult<Data> {
  const client = useClient();
  const { asOf } = useAsOf();
  const asked = asOf !== null && takesAsOf(document) ? { ...variables, asOf } : variables;
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  return useQuery({
    queryKey: snapshot ? [snapshotKey, document.name, asked] : [document.name, asked],
    enabled,
    staleTime: snapshot ? Infinity : staleTimeMs,
    ...(typeof everyMs === 'number' && { refetchInterval: everyMs }),
    ...(typeof everyMs === 'function' && {
      refetchInterval: ({ state: { data } }: { state: { data: Data | undefined } }) =>
        data === undefined ? false : (everyMs(data) ?? false),
    }),
    ...(snapshot ? { gcTime: Infinity } : {}),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    queryFn: async ({ signal }) => {
      try {
        return await client.run(document, asked, signal);
      } catch (error) {
        await logoutIfAccessDenied(error);
        throw error;
      }
    },
  });
}
