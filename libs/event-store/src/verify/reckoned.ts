import pg from 'pg';
import type { Difference } from './difference.js';

/**
 * What was reckoned within the transaction; where what stands there cannot even be reckoned with, such as moves that are
 * no JSON, that is the difference, and the transaction goes on.
 */
export async function reckoned(
  client: pg.ClientBase,
  tenant: string,
  check: Difference['check'],
  reckon: () => Promise<Difference | null>,
): Promise<Difference | null> {
  await client.query('savepoint reckoned');
  try {
    return await reckon();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !isAboutData(error)) throw error;
    await client.query('rollback to savepoint reckoned');
    return { check, tenant, position: null, subject: '', field: 'content', stored: error.message, computed: null };
  }
}

/** Class 22: what is stored is not what it is read as. */
function isAboutData({ code }: pg.DatabaseError): boolean {
  return code?.startsWith('22') === true;
}
