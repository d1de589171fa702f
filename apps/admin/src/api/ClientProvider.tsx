import { type PropsWithChildren, createContext, useContext } from 'react';
import type { GraphQlClient } from './client.js';

const ClientContext = createContext<GraphQlClient | null>(null);

export function ClientProvider({ client, children }: PropsWithChildren<{ client: GraphQlClient }>) {
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>;
}

export function useClient(): GraphQlClient {
  const client = useContext(ClientContext);
  if (!client) throw new Error('Wrap the application in a ClientProvider.');
  return client;
}
