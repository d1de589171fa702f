import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { ClaimFilter } from './claim-filter.js';

/** Filters that `read.claim_tally` can answer. */
const TALLIED: ReadonlySet<string> = new Set<keyof ClaimFilter>(['status', 'measure', 'policy', 'year']);

/** Counts kept while claims move, so that the length of a list need not be counted. */
@Injectable()
export class Tally {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /** How many claims the filter lets through; null when it asks for more than the tally knows. */
  async count(tenant: string, filter: ClaimFilter, measures: readonly string[] | null): Promise<number | null> {
    const asked = Object.entries(filter).filter(([, value]) => value != null && value !== '');
    if (!asked.every(([name]) => TALLIED.has(name))) return null;
    const { rows } = await this.pool.query<{ claims: string }>(
      `select coalesce(sum(claims), 0) as claims from read.claim_tally
        where tenant = $1
          and ($2::text[] is null or status = any ($2))
          and ($3::text[] is null or measure = any ($3))
          and ($4::int is null or year = $4)`,
      [tenant, filter.status ?? null, measures, filter.year ?? null],
    );
    return Number(rows[0]?.claims ?? 0);
  }
}
