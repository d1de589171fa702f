import { EventStoreError } from '@duixian/event-store';
import { PostgresError } from '@duixian/postgres';
import { ConfigError } from './config/config.js';
import { DatabaseError } from './database/database.js';

/** What a person who starts a process can act on is one message; anything else keeps its stack. */
export function explain(error: unknown): string {
  const expected = [ConfigError, DatabaseError, PostgresError, EventStoreError];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
