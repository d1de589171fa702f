import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { POOL } from '../database/database.module.js';
import { readWaits } from '../database/waits.js';
import { Public } from '../identity/require-permission.js';
import { ReadModel } from '../log/read-model.js';
import { lastVerification } from '../verification/verifications.js';
import { toHealth, withVerification, type Health } from './health.js';

/** For whoever runs the process: is it alive, and may it be sent requests? */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    private readonly readModel: ReadModel,
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
      return withVerification(health, await lastVerification(this.pool));
    } catch (error) {
      return {
        status: 'failing',
        problems: [`The database does not answer: ${error instanceof Error ? error.message : String(error)}`],
        cities: [],
        followers: [],
        waits: [],
        build: null,
      };
    }
  }
}
