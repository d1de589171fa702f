import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type pg from 'pg';
import { ClockWatch } from '../clock/clock-watch.js';
import { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { POOL } from '../database/database.module.js';
import { DATABASE_FULL, Outage } from '../database/outage.js';
import { readWaits } from '../database/waits.js';
import { Public } from '../identity/require-permission.js';
import { ReadModel } from '../log/read-model.js';
import { lastVerification, verificationUnderWay } from '../verification/verifications.js';
import { assertRoom, SurroundingsError } from '../surroundings.js';
import { toHealth, withBusy, withClock, withRoom, withVerification, type Health } from './health.js';

/** Less than a segment of the database's write-ahead log and some pages: the next writes stop it. */
const FREE_BYTES_MIN = 64 * 1024 * 1024;

/** For whoever runs the process: is it alive, and may it be sent requests? */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    private readonly readModel: ReadModel,
    private readonly outage: Outage,
    private readonly clock: Clock,
    private readonly clockWatch: ClockWatch,
  ) {}

  @Get('live')
  @Public()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 503 with the same details where this process cannot do what it is there for. */
  @Get('ready')
  @Public()
  async ready(): Promise<Health> {
    const health = await this.health();
    if (health.status === 'failing') throw new ServiceUnavailableException(health);
    return health;
  }

  private async health(): Promise<Health> {
    try {
      await this.pool.query('select 1');
      const { role } = this.config;
      const health = toHealth(await this.readModel.state(), role, this.readModel.pulse, await readWaits(this.pool));
      const verified = withVerification(health, {
        last: await lastVerification(this.pool),
        since: await verificationUnderWay(this.pool),
        now: this.clock.now(),
      });
      const answering = withBusy(verified, this.outage.isBusy);
      return withRoom(withClock(answering, this.clockWatch.differsBySeconds), await this.lackOfRoom());
    } catch (error) {
      this.outage.covers(error);
      return {
        status: 'failing',
        problems: [`The database does not answer: ${error instanceof Error ? error.message : String(error)}`],
        cities: [],
        followers: [],
        waits: [],
        verification: null,
        verifyingSince: null,
        build: null,
      };
    }
  }

  /** The disk of an embedded database can be looked at; that of another is known by writes that found no room. */
  private async lackOfRoom(): Promise<string | null> {
    if (this.outage.isFull) return DATABASE_FULL;
    const { databaseUrl, dataDir } = this.config;
    if (databaseUrl !== null) return null;
    try {
      await assertRoom(dataDir, FREE_BYTES_MIN);
      return null;
    } catch (error) {
      if (error instanceof SurroundingsError) return error.message.replace('\n', ' ');
      throw error;
    }
  }
}
