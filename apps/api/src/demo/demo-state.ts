import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';

/** `none`: never begun here; `begun`: begun and interrupted; `played`: all of it. */
export type DemoPhase = 'none' | 'begun' | 'played';

const BEGUN_ON = `select to_char(begun_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from identity.demo`;

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

  /** @returns the day on which it was begun, `YYYY-MM-DD`: a play that was interrupted goes on with the days of before. */
  async begin(now: Date): Promise<string> {
    await this.pool.query('insert into identity.demo (begun_at) values ($1) on conflict do nothing', [now]);
    const { rows } = await this.pool.query<{ day: string }>(BEGUN_ON);
    const [begun] = rows;
    if (begun === undefined) throw new Error('The demo is not begun.');
    return begun.day;
  }

  async finish(now: Date): Promise<void> {
    await this.pool.query('update identity.demo set finished_at = $1', [now]);
  }
}
