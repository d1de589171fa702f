import pg from 'pg';

/**
 * Classes of SQLSTATE by which PostgreSQL refuses a value: cardinality, data, constraints, limits of the program, and what
 * a function raises. Any other (no connection, no space, no time, no right, no table) would refuse the next event as well.
 */
const CLASSES_OF_VALUES: ReadonlySet<string> = new Set(['21', '22', '23', '54', 'P0']);

/** How pg says that an answer did not come in time; the connection may still come back. */
const NO_ANSWER = 'Query read timeout';

/**
 * Whether a fold failed because of what the event says. False in an outage: then the batch is tried again, and nothing is
 * set aside. Ask only while the transaction's connection answers: an exception without a SQLSTATE is then the fold's own.
 */
export function isFaultOfEvent(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return CLASSES_OF_VALUES.has(error.code?.slice(0, 2) ?? '');
  return !(error instanceof Error && error.message === NO_ANSWER);
}
