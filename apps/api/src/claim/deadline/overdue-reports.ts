import { randomUUID } from 'node:crypto';
import type { ClaimCommand } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { byInstallation } from '../../command/by-installation.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { POOL } from '../../database/database.module.js';
import { Outage } from '../../database/outage.js';
import { Law } from '../../policy/law/law.js';
import { ReportOverdueCommand } from './report-overdue.js';

const LOOK_MS = 60_000;
/** Claims that one look reports of a city, and among how many it looks: the rest is the next one's. */
const REPORTED_MAX = 200;
const LOOKED_AT_MAX = 5_000;

/**
 * Reports what is overdue to the superiors whom cities name (超期上报), where the log is followed. The log has each report
 * once, whichever processes look: the decision reads it.
 */
@Injectable()
export class OverdueReports implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('OverdueReports');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  /** What was decided today and came to nothing, by the claim and its last event: it is not asked again. */
  private readonly inVain = { day: '', claims: new Set<string>() };

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: EventStore,
    private readonly bus: CommandBus,
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly outage: Outage,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** Reports what is overdue in any city and was not reported. */
  look(): Promise<void> {
    this.running ??= this.reportAll()
      .catch((error: unknown) => {
        if (!this.outage.covers(error)) this.logger.error(error);
      })
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  private async reportAll(): Promise<void> {
    const today = this.clock.today();
    if (this.inVain.day !== today) {
      this.inVain.day = today;
      this.inVain.claims.clear();
    }
    for (const tenant of await this.store.tenants()) {
      if (!this.law.places.limits.namesSuperiors(tenant)) continue;
      const { rows } = await this.pool.query<{ id: string; as_of: string }>(
        `select id, id || ' ' || from_position as as_of
           from read.claim where tenant = $1 and report_after < $2 order by report_after, id limit $3`,
        [tenant, today, LOOKED_AT_MAX],
      );
      const unheard = rows.filter(({ as_of: asOf }) => !this.inVain.claims.has(asOf));
      for (const { id, as_of: asOf } of unheard.slice(0, REPORTED_MAX)) {
        const reported = await this.report({ ...byInstallation(tenant, randomUUID(), today), claim: id });
        if (!reported) this.inVain.claims.add(asOf);
      }
    }
  }

  /** @returns false where nobody is named, another process was faster, or the claim cannot be read. */
  private async report(request: ClaimCommand): Promise<boolean> {
    try {
      return (await this.bus.execute(new ReportOverdueCommand(request))).ok;
    } catch (error) {
      if (this.outage.covers(error)) throw error;
      this.logger.error(error);
      return false;
    }
  }
}
