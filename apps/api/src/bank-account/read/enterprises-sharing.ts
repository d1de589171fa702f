import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { TablesWait } from '../../log/tables-wait.js';
import { BankAccountChanges } from './bank-account-changes.js';
import { Positions } from '../../log/positions.js';

const SHARING = `
  select uscc, array_agg(distinct other order by other) as others
    from (select c.uscc, s.other
            from read.bank_account_change_at($1, $3) c, unnest(c.shared_with) s (other)
           where c.uscc = any ($2) and coalesce(c.answer, 'agreed') = 'agreed'
           union all
          select s.own, c.uscc
            from read.bank_account_change_at($1, $3) c, unnest(c.shared_with) s (own)
           where c.shared_with <> '{}' and s.own = any ($2) and coalesce(c.answer, 'agreed') = 'agreed'
         ) named (uscc, other)
   group by uscc`;

/** Other enterprises with the same account number, by the enterprise's code, whichever of the two named it first. */
@Injectable()
export class EnterprisesSharing extends RequestLoader<readonly string[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly changes: BankAccountChanges,
    private readonly tables: TablesWait,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, usccs: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<{ uscc: string; others: string[] }>({
      name: 'read.enterprises-sharing',
      text: SHARING,
      values: [tenant, usccs, position.toString()],
    });
    return new Map(rows.map(({ uscc, others }) => [uscc, others]));
  }

  /** Whom it names stands in its own stream; who named it, the tables know. */
  protected override async foldAll(
    context: GraphqlContext,
    usccs: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    await this.tables.until(context, upTo);
    const known = await this.loadAll(userOf(context).tenant, usccs);
    const all = usccs.map(async (uscc): Promise<[string, string[]]> => {
      const own = ((await this.changes.load(context, uscc)) ?? []).filter(
        ({ answer }) => (answer ?? 'agreed') === 'agreed',
      );
      const named = own.flatMap((change) => change.shared_with);
      return [uscc, [...new Set([...(known.get(uscc) ?? []), ...named])].sort()];
    });
    return new Map(await Promise.all(all));
  }
}
