import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { officePrefix } from '../../division/divisions.js';
import type { CurrentUser } from '../../identity/current-user.js';
import type { ClaimFilter } from './claim-filter.js';
import type { Duty } from './duties.js';
import { dutyConditions } from './duty-conditions.js';

const TALLIED_CLAIMS = sqlFile(import.meta.url, 'tallied-claims.sql');

/** Filters that `read.claim_tally` can answer. */
const TALLIED: ReadonlySet<string> = new Set<keyof ClaimFilter>([
  'status',
  'measure',
  'policy',
  'year',
  'division',
  'waitingForMe',
]);

/** Counts kept while claims move, so that the length of a list need not be counted. */
@Injectable()
export class Tally {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /** How many claims the filter, and its duties if any, let through; null when it asks for more than the tally knows. */
  async count(
    user: CurrentUser,
    filter: ClaimFilter,
    measures: readonly string[] | null,
    duties: readonly Duty[] | null,
  ): Promise<number | null> {
    const asked = Object.entries(filter).filter(([, value]) => value != null && value !== '');
    if (!asked.every(([name]) => TALLIED.has(name))) return null;
    const area = filter.division == null ? null : officePrefix(filter.division);
    const values: unknown[] = [user.tenant, filter.status ?? null, measures, filter.year ?? null, area];
    const conditions = dutyConditions(values, duties, user.id).map((condition) => `(${condition})`);
    const sql = TALLIED_CLAIMS.replace('{{duties}}', () => conditions.join(' or '));
    const { rows } = await this.pool.query<{ claims: string }>(sql, values);
    return Number(rows[0]?.claims ?? 0);
  }
}
