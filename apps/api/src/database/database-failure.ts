import pg from 'pg';

/** Why the database gave no answer, as far as its caller is concerned. */
export type DatabaseFailure = 'timeout' | 'unavailable' | 'not built';

const QUERY_CANCELED = '57014';
/** Waited for too long for what somebody else holds; or was ended while idle, since it waited for this process. */
const LOCK_NOT_AVAILABLE = '55P03';
const IDLE_IN_TRANSACTION = '25P03';
/** Connection lost, too many connections or out of disk, server stopping or starting. */
const AWAY = /^(08|53|57P)/;
/** A schema, table or column that is not there: the read tables are still those of an older version, or of none. */
const NOT_BUILT = new Set(['3F000', '42P01', '42703']);
/** How Node and pg name a connection that cannot be made, is gone, or does not answer. */
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|The pool of connections is busy)/;

/** What an error says of the database; null when it says nothing of that kind. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === QUERY_CANCELED) return 'timeout';
  if (code === LOCK_NOT_AVAILABLE || code === IDLE_IN_TRANSACTION || code === 'LOG_BUSY') return 'unavailable';
  if (NOT_BUILT.has(code)) return 'not built';
  if (error instanceof pg.DatabaseError) return AWAY.test(code) ? 'unavailable' : null;
  if (NETWORK.has(code) || MESSAGES.test(error.message)) return 'unavailable';
  return error.cause === undefined ? fromDriver(error) : databaseFailure(error.cause);
}

/** TypeORM wraps what the driver threw. */
function fromDriver(error: Error): DatabaseFailure | null {
  return 'driverError' in error ? databaseFailure(error.driverError) : null;
}
