import { setTimeout as pause } from 'node:timers/promises';
import { compareMigrations, DatabaseNotReady } from '@duixian/event-store';
import type pg from 'pg';
import { appliedOf } from './migrate-identity.js';

const LOOK_EVERY_MS = 5_000;

/**
 * Resolves with the reason when a later version has brought the database where this one may not work on it any more, as a
 * start would be refused; never as long as that is not so.
 */
export async function laterVersionTookOver(pool: pg.Pool, stop: AbortSignal): Promise<DatabaseNotReady> {
  while (!stop.aborted) {
    await pause(LOOK_EVERY_MS, null, { signal: stop, ref: false }).catch(() => null);
    try {
      await compareMigrations(pool);
      await appliedOf(pool);
    } catch (error) {
      if (error instanceof DatabaseNotReady) return error;
      // The database is away, which others say.
    }
  }
  return new Promise(() => undefined);
}
