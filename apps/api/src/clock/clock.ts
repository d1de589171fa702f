import { Injectable } from '@nestjs/common';

/**
 * The one place that knows what time it is: the database's time, which all processes share, carried on by a clock that
 * nobody can set. Specs put in another.
 */
@Injectable()
export class Clock {
  /** A moment of the database, and when it was by the clock that only runs on; the process's own until it has asked. */
  private reference = { epochMs: Date.now(), runningMs: performance.now() };

  now(): Date {
    return this.ofDatabase();
  }

  /** The database's time, whatever time it is here: what the clock of this process is compared with. */
  ofDatabase(): Date {
    return new Date(this.reference.epochMs + performance.now() - this.reference.runningMs);
  }

  /** Today on the offices' calendar, `YYYY-MM-DD`: all of China keeps Beijing's time. */
  today(): string {
    return BEIJING_DATE.format(this.now());
  }

  /** @param runningMs `performance.now()` at that moment. */
  setTo(epochMs: number, runningMs: number): void {
    this.reference = { epochMs, runningMs };
  }
}

// Sweden writes dates as ISO 8601 does.
const BEIJING_DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
