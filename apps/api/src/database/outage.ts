import { Logger } from '@nestjs/common';
import { databaseFailure } from './database-failure.js';

/** How long the same trouble is not said again. */
const SILENCE_MS = 60_000;
/** After the last write that found no room somebody may have made some. */
const FULL_MS = 60_000;
/** Longer than whoever asks for the health of a process waits before he asks again. */
const BUSY_MS = 30_000;

/** Its database could not grow; also a problem in health. */
export const DATABASE_FULL =
  '数据库磁盘已满，无法记录；请清理或扩大磁盘。 The disk of the database is full and nothing can be recorded: make room on it.';

/**
 * Says when the database goes away and when it is back, a line each, however many requests and followers meet it; of a
 * database that is busy or has no room it says so once a minute.
 */
export class Outage {
  private awaySince: number | null = null;
  private busySaidAt = Number.NEGATIVE_INFINITY;
  private fullSaidAt = Number.NEGATIVE_INFINITY;
  private busyAt = Number.NEGATIVE_INFINITY;
  private fullAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly logger: Pick<Logger, 'error' | 'warn'> = new Logger('Database'),
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether an error is the database's trouble and no fault of ours: then it has been said, and needs no line of its own. */
  covers(error: unknown): boolean {
    const says = error instanceof Error ? error.message : String(error);
    switch (databaseFailure(error)) {
      case 'away':
        if (this.awaySince === null) {
          this.awaySince = this.now();
          this.logger.error(`The database is away: ${says}. Requests are answered with SERVICE_UNAVAILABLE.`);
        }
        return true;
      case 'full':
        this.fullAt = this.now();
        if (this.fullAt - this.fullSaidAt >= SILENCE_MS) {
          this.fullSaidAt = this.fullAt;
          this.logger.error(`${DATABASE_FULL} (${says})`);
        }
        return true;
      case 'busy':
        this.busyAt = this.now();
        if (this.busyAt - this.busySaidAt >= SILENCE_MS) {
          this.busySaidAt = this.busyAt;
          this.logger.warn(`The database is busy, and requests end with SERVICE_UNAVAILABLE: ${says}`);
        }
        return true;
      case 'timeout':
      case 'not built':
      case null:
        return false;
    }
  }

  /** A connection was made. */
  over(): void {
    if (this.awaySince === null) return;
    const seconds = Math.round((this.now() - this.awaySince) / 1_000);
    this.awaySince = null;
    this.logger.warn(`The database is back after ${seconds} s.`);
  }

  /** Whether a request was given up just now, since it had waited too long for its turn or for what somebody holds. */
  get isBusy(): boolean {
    return this.now() - this.busyAt < BUSY_MS;
  }

  /** Whether a write found no room within the last minute. */
  get isFull(): boolean {
    return this.now() - this.fullAt < FULL_MS;
  }
}
