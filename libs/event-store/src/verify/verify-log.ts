import type pg from 'pg';
import { withConnection } from '../connection.js';
import { verifyTenant, type RememberedHead, type TenantVerification } from './verify-tenant.js';

/** Every tenant of which anything is left, by name; also one whose events are all gone. */
const TENANTS = `
  select tenant from es.head union select tenant from es.event union select tenant from es.command
  union select tenant from es.stream union select tenant from es.guard union select tenant from follow.checkpoint
  union select unnest($1::text[]) order by 1`;

/**
 * Verifies the logs of all tenants, one after the other, as they stand when their turn comes. People go on working; memory
 * does not grow with the log.
 *
 * @param remembered heads that earlier verifications found: a log that ends before them was cut.
 */
export async function* verifyLog(
  pool: pg.Pool,
  remembered: readonly RememberedHead[],
): AsyncGenerator<TenantVerification> {
  const { rows } = await pool.query<{ tenant: string }>(TENANTS, [remembered.map(({ tenant }) => tenant)]);
  for (const { tenant } of rows) {
    const known = remembered.find((head) => head.tenant === tenant) ?? null;
    yield await inSnapshot(pool, (client) => verifyTenant(client, tenant, known));
  }
}

/** Runs `work` on one snapshot of the database, however long it takes. */
export async function inSnapshot<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return withConnection(pool, async (client) => {
    await client.query('begin isolation level repeatable read');
    await client.query('set local statement_timeout = 0');
    await client.query('set local idle_in_transaction_session_timeout = 0');
    const result = await work(client);
    await client.query('rollback');
    return result;
  });
}
