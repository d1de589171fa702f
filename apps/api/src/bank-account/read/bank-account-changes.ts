import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { accountStream } from '@duixian/casework';
import { rowsOf } from '../../log/rows.js';
import { foldIntoAccounts } from '../read-model/bank-account-table.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { Positions } from '../../log/positions.js';
import type { BankAccountChangeRow } from '../read-model/bank-account-table.js';

/** Changes of accounts by the enterprise's code, the newest first. */
@Injectable()
export class BankAccountChanges extends RequestLoader<readonly BankAccountChangeRow[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(
    tenant: string,
    usccs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly BankAccountChangeRow[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<BankAccountChangeRow>({
      name: 'read.bank-account-changes',
      text: 'select * from read.bank_account_change_at($1, $3) where uscc = any ($2) order by position desc',
      values: [tenant, usccs, position.toString()],
    });
    const changes = new Map<string, BankAccountChangeRow[]>();
    for (const row of rows) changes.set(row.uscc, [...(changes.get(row.uscc) ?? []), row]);
    return changes;
  }

  protected override foldAll(
    context: GraphqlContext,
    usccs: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly BankAccountChangeRow[] | Error>> {
    const { tenant } = userOf(context);
    return this.streams.by({ tenant, upTo }, usccs, accountStream, (events) =>
      rowsOf(events, foldIntoAccounts).toReversed(),
    );
  }
}
