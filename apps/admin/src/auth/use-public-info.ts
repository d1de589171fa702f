import { useQuery } from '@tanstack/react-query';
import { useClient } from '../api/ClientProvider.js';
import type { ResultOf } from '../api/graphql.js';
import { publicInfoDocument } from './documents.js';

type PublicInfo = ResultOf<typeof publicInfoDocument>['publicInfo'];

/** What only the API knows before anybody has signed in; undefined without its word. */
export function usePublicInfo(): PublicInfo | undefined {
  const client = useClient();
  const query = useQuery({
    queryKey: [publicInfoDocument.name],
    queryFn: ({ signal }) => client.run(publicInfoDocument, {}, signal),
    retry: false,
  });
  return query.data?.publicInfo;
}
