import type pg from 'pg';

/** The format of the log and of what stands beside it that this version reads and writes. */
export const FORMAT = 5;

/**
 * Whether a later version has brought the database to a format of its own, and declared that this one may go on working
 * on it (migration 0009). Rights and past records are then that version's to look after.
 */
export async function runsBesideLater(client: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `select to_regclass('es.format') is not null as there`,
  );
  if (found[0]?.there !== true) return false;
  const { rowCount } = await client.query('select from es.format where written > $1 and oldest_reader <= $1', [FORMAT]);
  return rowCount === 1;
}
