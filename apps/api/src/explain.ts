import { BackupError, EventStoreError } from '@duixian/event-store';
import { PostgresError } from '@duixian/postgres';
import { ConfigError } from './config/config.js';
import { DatabaseError } from './database/database.js';

/** What a person who starts a process can act on is one message; anything else keeps its stack. */
export function explain(error: unknown): string {
  const expected = [BackupError, ConfigError, DatabaseError, PostgresError, EventStoreError];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof Error && isOfTheSystem(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Of the file system, such as a full disk or a file that is not there: its message names the file. */
function isOfTheSystem(error: Error): boolean {
  return 'errno' in error && 'syscall' in error;
}
