import { setTimeout as pause } from 'node:timers/promises';

/** How long the last thing that has to be stopped in order gets when the time is up. */
const LAST_MS = 10_000;

/**
 * Ends the process when it has not ended by itself in time: a connection that has gone silent is never closed by its other
 * end. What was acknowledged is on disk, so that nothing is lost by it.
 *
 * @param last what would be left behind, such as an embedded database.
 * @returns the timer: clear it once all has stopped.
 */
export function endBy(seconds: number, last: () => Promise<void>): NodeJS.Timeout {
  return setTimeout(() => {
    process.stderr.write(`Not everything stopped within ${seconds} s (DUIXIAN_STOP_SECONDS): the process ends now.\n`);
    void Promise.race([last().catch(() => undefined), pause(LAST_MS)]).then(() => process.exit(1));
  }, seconds * 1_000).unref();
}
