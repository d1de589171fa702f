import type { ClaimAction, ClaimStatus } from '@duixian/casework';
import { fen, type Fen } from '@duixian/money';
import { Catalogue } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { dutiesOf } from '../claim/list/duties.js';
import { Clock } from '../clock/clock.js';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import type { YearlyTotalRow } from '../entitlement/list/yearly-total-row.js';
import { COUNT_MAX } from '../graphql/pagination.js';
import type { CurrentUser } from '../identity/current-user.js';
import { Policies } from '../policy/list/policies.js';
import type { TallySums } from './claim-figures.js';
import type { Waiting } from './dashboard.type.js';

const WAITING = sqlFile(import.meta.url, 'waiting.sql');
const NEAREST_CAPS = sqlFile(import.meta.url, 'nearest-caps.sql');
const CAPS_SHOWN = 10;

/** What one treasury was bound to pay on one legal basis, in fen. */
export interface TreasurySums {
  readonly payer: string;
  readonly basis: string;
  readonly reserved: Fen;
  readonly paid: Fen;
  readonly returned: Fen;
}

/** A row of the database: every amount is a text there. */
type Stored<Sums> = { [Name in keyof Sums]: Sums[Name] extends Fen ? string : Sums[Name] };

/** Figures that cost the same with any number of claims. */
@Injectable()
export class DashboardFigures {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  async waiting(user: CurrentUser): Promise<Waiting[]> {
    const duties = dutiesOf(user, this.catalogue, this.clock.today());
    const { rows } = await this.pool.query<{
      status: ClaimStatus;
      action: ClaimAction;
      count: number;
      oldest_on: string | null;
    }>(WAITING, [user.tenant, JSON.stringify(duties), user.id, COUNT_MAX]);
    return rows.map(({ oldest_on: oldestOn, ...waiting }) => ({ ...waiting, oldestOn }));
  }

  async tally(tenant: string): Promise<TallySums[]> {
    const { rows } = await this.pool.query<Stored<Omit<TallySums, 'isLoanLimit'>>>(
      `select status, measure, sum(claims)::int as claims, sum(requested) as requested, sum(determined) as determined,
              sum(reserved) as reserved, sum(paid) as paid, sum(returned) as returned
         from read.claim_tally where tenant = $1
        group by status, measure having sum(claims) > 0 order by measure, status`,
      [tenant],
    );
    return rows.map((row) => ({
      ...row,
      isLoanLimit: this.policies.measureOnRecord(row.measure).kind === 'loan-limit',
      requested: amount(row.requested),
      determined: amount(row.determined),
      reserved: amount(row.reserved),
      paid: amount(row.paid),
      returned: amount(row.returned),
    }));
  }

  /** Of every treasury that was ever bound to pay. */
  async treasuries(tenant: string): Promise<TreasurySums[]> {
    const { rows } = await this.pool.query<Stored<TreasurySums>>(
      'select payer, basis, reserved, paid, returned from read.treasury_total where tenant = $1 order by payer, basis',
      [tenant],
    );
    return rows.map((row) => ({
      ...row,
      reserved: amount(row.reserved),
      paid: amount(row.paid),
      returned: amount(row.returned),
    }));
  }

  async nearestCaps(tenant: string): Promise<YearlyTotalRow[]> {
    const capped = this.catalogue.measures().flatMap(({ id }) => {
      const cap = this.catalogue.limitsFor(id)?.year ?? null;
      return cap === null || cap === 0n ? [] : [{ id, cap }];
    });
    const { rows } = await this.pool.query<YearlyTotalRow>(NEAREST_CAPS, [
      tenant,
      capped.map(({ id }) => id),
      capped.map(({ cap }) => cap.toString()),
      CAPS_SHOWN,
    ]);
    return rows;
  }
}

function amount(text: string): Fen {
  return fen(BigInt(text));
}
