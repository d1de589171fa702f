import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { APPLICATION_URL, POOL } from '../database/database.module.js';
import { Outage } from '../database/outage.js';
import { describeVerification } from './describe.js';
import { lastDue } from './last-due.js';
import { lastVerification } from './verifications.js';
import { verifyRecord } from './verify.js';

const LOOK_MS = 60_000;

/**
 * Verifies the record once a night, where the log is followed. One process does it for all; a night in which none ran is
 * made up for.
 */
@Injectable()
export class NightlyVerification implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Verification');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private startedAt = 0;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(APPLICATION_URL) private readonly url: string,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly outage: Outage,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.startedAt = this.clock.now().getTime();
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** Verifies if it is time to and nobody has. */
  look(): Promise<void> {
    this.running ??= this.verifyIfDue()
      .catch((error: unknown) => {
        if (!this.outage.covers(error)) this.logger.error(error);
      })
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  private async verifyIfDue(): Promise<void> {
    const due = lastDue(this.clock.now().getTime(), this.config.verifyAtMinutes);
    const last = await lastVerification(this.pool);
    if (last === null ? due < this.startedAt : Date.parse(last.startedAt) >= due) return;
    const verification = await verifyRecord(this.url, this.config);
    if (verification === null) return;
    // The last links go where the database's superuser may not reach: into the log of the process.
    for (const line of describeVerification(verification)) {
      if (verification.differences.length > 0) this.logger.error(line);
      else this.logger.log(line);
    }
  }
}
