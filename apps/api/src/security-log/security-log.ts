import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../clock/clock.js';
import { POOL } from '../database/database.module.js';
import { Outage } from '../database/outage.js';
import { entryText } from './entry-text.js';
import { Repeats } from './repeats.js';
import type { SecurityEvent } from './security-event.js';
import { acrossCities } from '../request/request-scope.js';

const WINDOW_MS = 60_000;
const RECORD = 'select identity.record_security($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';

/**
 * Who signed in, who was refused, who read what: beside the event log, chained as well, and kept for a set time. The
 * first of its like is there when `record` returns; the same within a minute becomes one more entry that says how often.
 */
@Injectable()
export class SecurityLog implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('SecurityLog');
  private readonly repeats = new Repeats();
  private timer: NodeJS.Timeout | null = null;
  private isEnding = false;
  /** One flush follows another, so that whoever waits for the last has waited for all. */
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
    private readonly outage: Outage,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.flush().catch((error: unknown) => {
        if (!this.outage.covers(error)) this.logger.error(error);
      });
    }, WINDOW_MS).unref();
  }

  /** While there still is a connection; what comes after is written as it comes. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.isEnding = true;
    await this.flush();
  }

  /** @param connection whose transaction the entry belongs to; left out, it is written by itself. */
  async record(event: SecurityEvent, connection: Pick<pg.ClientBase, 'query'> = this.pool): Promise<void> {
    const kept = bounded(event);
    if (this.isEnding || this.repeats.isFirst(kept)) await this.write(kept, 1, connection);
  }

  /** Writes what was only counted so far. */
  flush(): Promise<void> {
    const writing = this.flushing.catch(writtenElsewhere).then(() => this.writeCounted());
    this.flushing = writing;
    return writing;
  }

  private async writeCounted(): Promise<void> {
    for (const { event, times } of this.repeats.take()) await this.write(event, times, this.pool);
  }

  private async write(event: SecurityEvent, times: number, connection: Pick<pg.ClientBase, 'query'>): Promise<void> {
    const { tenant, kind, userId, username, displayName, address, subject, details } = event;
    const values = [
      tenant ?? '',
      this.clock.now(),
      kind,
      userId,
      username,
      displayName,
      address,
      subject,
      times,
      JSON.stringify(details ?? {}),
    ];
    await acrossCities(() => connection.query(RECORD, values));
  }
}

function writtenElsewhere(): void {
  // Whoever began that flush was told.
}

function bounded(event: SecurityEvent): SecurityEvent {
  return {
    ...event,
    username: entryText(event.username),
    displayName: entryText(event.displayName),
    address: entryText(event.address),
    subject: entryText(event.subject),
  };
}
