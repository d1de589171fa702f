import type { Connection } from '../database/transaction.js';

/**
 * Locks a user's row until the transaction ends, as whoever begins a session does: what somebody proves himself with is
 * changed by one at a time, and what begins meanwhile rests on nothing that is gone.
 */
export async function lockUser(connection: Connection, tenant: string, id: string): Promise<void> {
  await connection.query('select from identity."user" where tenant = $1 and id = $2 for update', [tenant, id]);
}
