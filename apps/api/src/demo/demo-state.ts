import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';

/** `none`: never begun here; `begun`: begun and interrupted; `played`: all of it. */
export type DemoPhase = 'none' | 'begun' | 'played';

/** Whether this database holds the demo. */
@Injectable()
export class DemoState {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async phase(): Promise<DemoPhase> {
    const { rows } = await this.pool.query<{ finished: boolean }>(
      'select finished_at is not null as finished from identity.demo',
    );
    const [state] = rows;
    if (state === undefined) return 'none';
    return state.finished ? 'played' : 'begun';
  }

  async begin(now: Date): Promise<void> {
    await this.pool.query('insert into identity.demo (begun_at) values ($1) on conflict do nothing', [now]);
  }

  async finish(now: Date): Promise<void> {
    await this.pool.query('update identity.demo set finished_at = $1', [now]);
  }
}
