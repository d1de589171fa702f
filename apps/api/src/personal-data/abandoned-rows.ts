import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { POOL } from '../database/database.module.js';

const DAY_MS = 24 * 3_600_000;

/**
 * Removes rows of personal data whose command was never recorded, once a day, where the log is followed: the process
 * ended, or the database failed, between the row and its event. A day is longer than any command is in hand. Likewise
 * contacts and objectors whose erasure was recorded, and no more.
 */
@Injectable()
export class AbandonedRows implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(AbandonedRows.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    const sweep = (): void => void this.sweep().catch((error: unknown) => this.logger.error(error));
    this.timer = setInterval(sweep, DAY_MS).unref();
    sweep();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    for (const table of ['contact', 'bank_account', 'objector']) {
      const { rowCount } = await this.pool.query(
        `delete from identity.${table} k
          where k.kept_at < now() - interval '1 day'
            and not exists (select from es.command c where c.tenant = k.tenant and c.command_id = k.id::text)`,
      );
      if (rowCount !== null && rowCount > 0) {
        this.logger.log(`${rowCount} rows of identity.${table} were removed, whose commands were never recorded.`);
      }
    }
    await this.pool.query(
      `delete from identity.contact k
        using read.contact_change r
        where r.tenant = k.tenant and r.proposal = k.id::text and r.erased`,
    );
    await this.pool.query(
      `delete from identity.objector k
        using es.event e
        where e.tenant = k.tenant and e.stream = 'claim-' || k.claim and e.type = 'ObjectorErased'
          and e.data ->> 'objection' = k.id::text`,
    );
  }
}
