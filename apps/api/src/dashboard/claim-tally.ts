import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { tallyAt } from '../claim/read-model/tally-at.js';
import { POOL } from '../database/database.module.js';
import type { GraphqlContext } from '../graphql/context.js';
import { RequestLoader } from '../graphql/request-loader.js';
import { Positions } from '../log/positions.js';
import { Policies } from '../policy/list/policies.js';
import type { TallySums } from './claim-figures.js';
import { amount, type Stored } from './stored-sums.js';

const WHOLE_CITY = 'city';

/** Sums over the claims of a city by status and measure, read once for all figures of a request. */
@Injectable()
export class ClaimTally extends RequestLoader<readonly TallySums[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly policies: Policies,
  ) {
    super();
  }

  async of(context: GraphqlContext): Promise<readonly TallySums[]> {
    return (await this.load(context, WHOLE_CITY)) ?? [];
  }

  protected async loadAll(tenant: string): Promise<ReadonlyMap<string, readonly TallySums[]>> {
    const at = await this.positions.of(tenant);
    const { rows } = await this.pool.query<Stored<Omit<TallySums, 'isLoanLimit'>>>({
      name: `read.claim-tally.${tallyAt(at)}`,
      text: `select status, measure, sum(claims)::int as claims, sum(requested) as requested, sum(determined) as determined,
                    sum(reserved) as reserved, sum(paid) as paid, sum(returned) as returned
               from read.${tallyAt(at)}($1, $2)
              group by status, measure having sum(claims) > 0 order by measure, status`,
      values: [tenant, at.position.toString()],
    });
    const sums = rows.map((row) => ({
      ...row,
      isLoanLimit: this.policies.measureOnRecord(row.measure).kind === 'loan-limit',
      requested: amount(row.requested),
      determined: amount(row.determined),
      reserved: amount(row.reserved),
      paid: amount(row.paid),
      returned: amount(row.returned),
    }));
    return new Map([[WHOLE_CITY, sums]]);
  }
}
