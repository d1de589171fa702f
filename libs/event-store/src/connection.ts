import pg from 'pg';
import { APPLICATION_ROLE } from './rights.js';

/**
 * A pool whose connections work under {@link APPLICATION_ROLE}, so that what they create belongs to it, whichever of its
 * members signs in. A connection that breaks while idle is
 * replaced; one that breaks in use fails the query that it is used for.
 */
export function openApplicationPool(url: string, options: { readonly max: number }): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: options.max, options: `-c role=${APPLICATION_ROLE}` });
  pool.on('error', ignoreBrokenConnection);
  return pool;
}

/** Runs `work` on a connection of its own. */
export async function withConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignoreBrokenConnection);
  let broken = true;
  try {
    const result = await work(client);
    broken = false;
    return result;
  } finally {
    client.off('error', ignoreBrokenConnection);
    client.release(broken);
  }
}

/** Runs `work` in a transaction, READ COMMITTED, that is committed unless `work` throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  return withConnection(pool, async (client) => {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  });
}

function ignoreBrokenConnection(): void {
  // pg also announces it as an event, which would end the process if nobody listened; the next query reports it anyway.
}
