import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { Divisions } from '../../division/divisions.js';
import type { CurrentUser } from '../../identity/current-user.js';
import type { At } from '../../log/at.js';
import { isFarBack, tallyAt } from '../read-model/tally-at.js';
import type { ClaimFilter } from './claim-filter.js';
import type { Duty } from './duties.js';
import { mixedClaims, mixedConditions, tallyConditions } from './duty-conditions.js';

const TALLIED_CLAIMS = sqlFile(import.meta.url, 'tallied-claims.sql');
const MIXED_CLAIMS = sqlFile(import.meta.url, 'mixed-claims.sql');

/** Filters that `read.claim_tally` can answer. */
const TALLIED: ReadonlySet<string> = new Set<keyof ClaimFilter>([
  'status',
  'measure',
  'policy',
  'department',
  'year',
  'division',
  'waitingForMe',
]);

/** Counts kept while claims move, so that the length of a list need not be counted. */
@Injectable()
export class Tally {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly divisions: Divisions,
  ) {}

  /** How many claims the filter, and its duties if any, let through; null when it asks for more than the tally knows. */
  async count(
    user: CurrentUser,
    at: At,
    filter: ClaimFilter,
    { measures, duties }: { readonly measures: readonly string[] | null; readonly duties: readonly Duty[] | null },
  ): Promise<number | null> {
    const asked = Object.entries(filter).filter(([, value]) => value != null && value !== '');
    if (!asked.every(([name]) => TALLIED.has(name))) return null;
    // Marks of the tally do not know whom claims wait for.
    if (duties !== null && isFarBack(at)) return null;
    const area = filter.division == null ? null : this.divisions.codesIn(filter.division);
    const filters = [user.tenant, filter.status ?? null, measures, filter.year ?? null, area, at.position.toString()];
    const values: unknown[] = [...filters];
    const tallied = await this.sum(
      TALLIED_CLAIMS.replace('{{tally}}', tallyAt(at)),
      tallyConditions(values, duties, user.id),
      values,
    );
    if (duties === null || duties.length === 0) return tallied;
    const mixed: unknown[] = [...filters];
    const claims = mixedClaims(mixed, duties);
    const template = MIXED_CLAIMS.replace('{{claims}}', () => claims);
    return tallied - (await this.sum(template, mixedConditions(mixed, duties, user.id), mixed));
  }

  private async sum(template: string, conditions: readonly string[], values: readonly unknown[]): Promise<number> {
    const duties = conditions.map((condition) => `(${condition})`).join(' or ');
    const sql = template.replace('{{duties}}', () => duties);
    const { rows } = await this.pool.query<{ claims: string | number }>(sql, [...values]);
    return Number(rows[0]?.claims ?? 0);
  }
}
