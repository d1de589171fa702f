import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { COUNT_MAX } from '../../graphql/pagination.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { Positions } from '../../log/positions.js';

/** How many claims enterprises have, by code, counted as far as lists are. */
@Injectable()
export class ClaimCounts extends RequestLoader<number> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, usccs: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<{ uscc: string; claims: number }>({
      name: 'read.claim-counts',
      text: `select e.uscc, count(c.id)::int as claims
               from unnest($2::text[]) as e (uscc)
               left join lateral (
                    select id
                      from (select id from read.claim where tenant = $1 and uscc = e.uscc and from_position <= $4
                             union all
                            select id from read.claim_then($1, $4) where uscc = e.uscc) standing
                     limit $3) c on true
              group by e.uscc`,
      values: [tenant, usccs, COUNT_MAX + 1, position.toString()],
    });
    return new Map(rows.map(({ uscc, claims }) => [uscc, claims]));
  }
}
