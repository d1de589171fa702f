import pg from 'pg';

/** Why the database gave no answer, as far as its caller is concerned. */
export type DatabaseFailure = 'timeout' | 'away' | 'busy' | 'full' | 'not built';

const QUERY_CANCELED = '57014';
/** Waited for too long for what somebody else holds; or was ended while idle, since it waited for this process. */
const LOCK_NOT_AVAILABLE = '55P03';
const IDLE_IN_TRANSACTION = '25P03';
/** Connection lost, server stopping or starting. */
const AWAY = /^(08|57P)/;
/** Too many connections, out of memory; of disk it is said apart. */
const SHORT_OF = '53';
const DISK_FULL = '53100';
/** A schema, table or column that is not there: the read tables are still those of an older version, or of none. */
const NOT_BUILT = new Set(['3F000', '42P01', '42703']);
/** How Node and pg name a connection that cannot be made, is gone, or does not answer. */
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error)/;
/** Of our own queues. */
const QUEUES = /^(The pool of connections is busy|Too many commands wait to be recorded)/;

/** What an error says of the database; null when it says nothing of that kind. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === QUERY_CANCELED) return 'timeout';
  if (code === LOCK_NOT_AVAILABLE || code === IDLE_IN_TRANSACTION || code === 'LOG_BUSY') return 'busy';
  if (NOT_BUILT.has(code)) return 'not built';
  if (code === DISK_FULL) return 'full';
  if (error instanceof pg.DatabaseError) return AWAY.test(code) ? 'away' : code.startsWith(SHORT_OF) ? 'busy' : null;
  if (NETWORK.has(code) || MESSAGES.test(error.message)) return 'away';
  if (QUEUES.test(error.message)) return 'busy';
  return error.cause === undefined ? fromDriver(error) : databaseFailure(error.cause);
}

/** TypeORM wraps what the driver threw. */
function fromDriver(error: Error): DatabaseFailure | null {
  return 'driverError' in error ? databaseFailure(error.driverError) : null;
}
