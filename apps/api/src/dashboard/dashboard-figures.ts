import type { ClaimAction, ClaimStatus } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Duty } from '../claim/list/duties.js';
import { dutyConditions, mixedClaims, mixedConditions, tallyConditions } from '../claim/list/duty-conditions.js';
import { OwnDuties } from '../claim/list/own-duties.js';
import { isFarBack, tallyAt } from '../claim/read-model/tally-at.js';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import type { YearlyTotalRow } from '../entitlement/list/yearly-total-row.js';
import { COUNT_MAX } from '../graphql/pagination.js';
import type { CurrentUser } from '../identity/current-user.js';
import type { At } from '../log/at.js';
import { Positions } from '../log/positions.js';
import type { Waiting } from './dashboard.type.js';
import { amount, type Stored } from './stored-sums.js';
import { Law } from '../policy/law/law.js';

const WAITING = sqlFile(import.meta.url, 'waiting.sql');
const WAITING_THEN = sqlFile(import.meta.url, 'waiting-then.sql');
const NEAREST_CAPS = sqlFile(import.meta.url, 'nearest-caps.sql');
const CAPS_SHOWN = 10;

/** What one treasury was bound to pay on one legal basis, in fen. */
export interface TreasurySums {
  readonly payer: string;
  readonly basis: string;
  readonly reserved: Fen;
  readonly paid: Fen;
  readonly returned: Fen;
  /** Of the three together: what is passed on to persons. */
  readonly persons: Fen;
}

/** Figures that cost the same with any number of claims. */
@Injectable()
export class DashboardFigures {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly law: Law,
    private readonly positions: Positions,
    private readonly duties: OwnDuties,
  ) {}

  async waiting(user: CurrentUser): Promise<Waiting[]> {
    const at = await this.positions.of(user.tenant);
    const duties = await this.duties.of(user, at);
    if (duties.length === 0) return [];
    const { rows } = await this.pool.query<{
      status: ClaimStatus;
      action: ClaimAction;
      count: number;
      oldest_on: string | null;
    }>(waitingAt(user, at, duties));
    return rows.map(({ oldest_on: oldestOn, ...waiting }) => ({ ...waiting, oldestOn }));
  }

  /** Of every treasury that was ever bound to pay. */
  async treasuries(tenant: string): Promise<TreasurySums[]> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<Stored<TreasurySums>>(
      'select payer, basis, reserved, paid, returned, persons from read.treasury_total_at($1, $2) order by payer, basis',
      [tenant, position.toString()],
    );
    return rows.map((row) => ({
      ...row,
      reserved: amount(row.reserved),
      paid: amount(row.paid),
      returned: amount(row.returned),
      persons: amount(row.persons),
    }));
  }

  async nearestCaps(tenant: string): Promise<YearlyTotalRow[]> {
    const capped = this.law.known.measures().flatMap(({ id }) => {
      const cap = this.law.known.limitsFor(id)?.year ?? null;
      return cap === null || cap === 0n ? [] : [{ id, cap }];
    });
    const at = await this.positions.of(tenant);
    const { rows } = await this.pool.query<YearlyTotalRow>(NEAREST_CAPS, [
      tenant,
      capped.map(({ id }) => id),
      capped.map(({ cap }) => cap.toString()),
      CAPS_SHOWN,
      at.position.toString(),
    ]);
    return rows;
  }
}

/** A part for each duty: what is asked of a claim is said with the duties, and nowhere else. */
function waitingAt({ tenant, id }: CurrentUser, at: At, duties: readonly Duty[]): pg.QueryConfig {
  const template = isFarBack(at) ? WAITING_THEN : WAITING;
  const values: unknown[] = [tenant, at.position.toString(), COUNT_MAX];
  const parts = duties.map((duty) => {
    const words: Readonly<Record<string, () => string>> = {
      status: () => `$${values.push(duty.status)}`,
      action: () => `$${values.push(duty.action)}`,
      tally: () => tallyAt(at),
      tallied: () => tallyConditions(values, [duty], id).join(),
      claims: () => mixedClaims(values, [duty]),
      mixed: () => mixedConditions(values, [duty], id).join(),
      waits: () => dutyConditions(values, [duty], id).join(),
    };
    return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => words[name]?.() ?? '');
  });
  return { text: parts.join(' union all '), values };
}
