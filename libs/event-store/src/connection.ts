import pg from 'pg';
import { APPLICATION_ROLE } from './tenant-rows.js';

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

/** Runs `work` on a connection of its own, which is closed when `giveUp` says so, whatever `work` waits for. */
export async function withConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  giveUp?: AbortSignal,
): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignoreBrokenConnection);
  let broken = true;
  try {
    const result = await (giveUp === undefined ? work(client) : unlessGivenUp(work(client), giveUp));
    broken = false;
    return result;
  } finally {
    client.off('error', ignoreBrokenConnection);
    client.release(broken);
  }
}

/** After so long the server ends a transaction whose process does nothing with it. */
export const LEASE_MS_DEFAULT = 15_000;

/**
 * Runs `work` in a transaction, READ COMMITTED, that is committed unless `work` throws. What it locks is leased: a process
 * that stands still for `leaseMs` loses it, with all that it wrote.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: pg.PoolClient) => Promise<T>,
  leaseMs: number = LEASE_MS_DEFAULT,
  giveUp?: AbortSignal,
): Promise<T> {
  const transaction = async (client: pg.PoolClient): Promise<T> => {
    await client.query(`begin; set local idle_in_transaction_session_timeout = ${Math.max(1, Math.round(leaseMs))}`);
    const result = await work(client);
    await client.query('commit');
    return result;
  };
  return withConnection(pool, transaction, giveUp);
}

/** What `work` comes to, or an error as soon as `giveUp` says so. */
async function unlessGivenUp<T>(work: Promise<T>, giveUp: AbortSignal): Promise<T> {
  let refuse: () => void = ignoreBrokenConnection;
  const givenUp = new Promise<never>((_, reject) => {
    refuse = () => reject(new Error('Given up: the process ends.'));
  });
  giveUp.addEventListener('abort', refuse);
  if (giveUp.aborted) refuse();
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    giveUp.removeEventListener('abort', refuse);
  }
}

function ignoreBrokenConnection(): void {
  // pg also announces it as an event, which would end the process if nobody listened; the next query reports it anyway.
}
