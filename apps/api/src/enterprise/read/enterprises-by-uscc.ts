import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { enterpriseStream } from '@duixian/casework';
import { rowsOf } from '../../log/rows.js';
import { foldIntoEnterprises } from '../read-model/enterprise-table.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { Positions } from '../../log/positions.js';
import type { EnterpriseRow } from '../read-model/enterprise-table.js';

/** Enterprises by their credit code, all that a request names in one query. */
@Injectable()
export class EnterprisesByUscc extends RequestLoader<EnterpriseRow> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, usccs: readonly string[]): Promise<ReadonlyMap<string, EnterpriseRow>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<EnterpriseRow>({
      name: 'read.enterprises-by-uscc',
      text: 'select * from read.enterprise_at($1, $3) where uscc = any ($2)',
      values: [tenant, usccs, position.toString()],
    });
    return new Map(rows.map((row) => [row.uscc, row]));
  }

  protected override foldAll(
    context: GraphqlContext,
    usccs: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, EnterpriseRow | Error>> {
    const { tenant } = userOf(context);
    return this.streams.by({ tenant, upTo }, usccs, enterpriseStream, (events) => {
      // One that was proposed and not registered yet is none.
      const [row] = rowsOf(events, foldIntoEnterprises);
      return row ?? null;
    });
  }
}
