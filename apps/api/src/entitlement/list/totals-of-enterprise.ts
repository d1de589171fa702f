import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { TablesWait } from '../../log/tables-wait.js';
import { Positions } from '../../log/positions.js';
import type { YearlyTotalRow } from './yearly-total-row.js';

/** The yearly totals of enterprises, by credit code, newest year first. */
@Injectable()
export class TotalsOfEnterprise extends RequestLoader<readonly YearlyTotalRow[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly tables: TablesWait,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(
    tenant: string,
    usccs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly YearlyTotalRow[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<YearlyTotalRow>({
      name: 'read.totals-of-enterprise',
      text: `select * from read.yearly_total_at($1, $3)
              where uscc = any ($2) order by year desc, measure`,
      values: [tenant, usccs, position.toString()],
    });
    const totals = new Map<string, YearlyTotalRow[]>();
    for (const row of rows) totals.set(row.uscc, [...(totals.get(row.uscc) ?? []), row]);
    return totals;
  }

  /** Other records than what was changed: the tables say it, once they hold the change. */
  protected override async foldAll(
    context: GraphqlContext,
    usccs: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly YearlyTotalRow[]>> {
    await this.tables.until(context, upTo);
    return this.loadAll(userOf(context).tenant, usccs);
  }
}
