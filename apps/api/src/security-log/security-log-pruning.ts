import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { POOL } from '../database/database.module.js';
import { Outage } from '../database/outage.js';
import { SecurityLog } from './security-log.js';

const DAY_MS = 24 * 3_600_000;

/** Removes what has been kept for its time, once a day, where the log is followed; the removal is an entry itself. */
@Injectable()
export class SecurityLogPruning implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('SecurityLog');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: SecurityLog,
    private readonly outage: Outage,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.timer = setInterval(() => {
      void this.tryToPrune();
    }, DAY_MS).unref();
    void this.tryToPrune();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  private async tryToPrune(): Promise<void> {
    try {
      await this.prune();
    } catch (error) {
      if (!this.outage.covers(error)) this.logger.error(error);
    }
  }

  async prune(): Promise<void> {
    const { rows } = await this.pool.query<{ tenant: string; removed: string }>(
      'select tenant, removed from identity.prune_security_log($1)',
      [this.config.securityLogDays],
    );
    for (const { tenant, removed } of rows) {
      await this.log.record({
        tenant: tenant === '' ? null : tenant,
        userId: null,
        username: null,
        displayName: null,
        address: null,
        kind: 'log-pruned',
        subject: null,
        details: { removed: Number(removed), keptDays: this.config.securityLogDays },
      });
    }
  }
}
