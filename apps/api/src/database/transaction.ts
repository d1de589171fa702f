import type pg from 'pg';

/** What statements can be sent on: the pool, or one connection of it that may be in a transaction. */
export type Connection = Pick<pg.ClientBase, 'query'>;

/** Runs the work in one transaction, on one connection; all of it stands, or nothing. */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (connection: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const connection = await pool.connect();
  try {
    await connection.query('begin');
    const result = await work(connection);
    await connection.query('commit');
    connection.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not given to anybody again.
    await connection.query('rollback').then(
      () => connection.release(),
      () => connection.release(true),
    );
    throw error;
  }
}
