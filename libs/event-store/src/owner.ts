import pg from 'pg';

/**
 * Runs `work` on a connection of the database's owner and closes it. Its search path holds nothing that the application
 * could put there: what it creates in a schema of its own must never be run with the owner's rights.
 */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, options: OWNER_OPTIONS });
  // A connection that breaks fails the next query; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Startup parameters of every connection under the owner's role. */
export const OWNER_OPTIONS = '-c search_path=pg_catalog,pg_temp';
