import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { POOL } from '../database/database.module.js';
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
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.timer = setInterval(() => {
      this.prune().catch((error: unknown) => this.logger.error(error));
    }, DAY_MS).unref();
    this.prune().catch((error: unknown) => this.logger.error(error));
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
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
