import type { Recusal } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import type { GraphqlContext } from '../graphql/context.js';
import { RequestLoader } from '../graphql/request-loader.js';
import { Positions } from '../log/positions.js';
import type { RecusalRow } from './read-model/recusal-table.js';

/** Who takes no part in claims or in their enterprises (回避), by the claims' numbers: those that stand, in their order. */
@Injectable()
export class RecusalsOfClaim extends RequestLoader<readonly RecusalRow[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {
    super();
  }

  /** What keeps an official from a claim; undefined where nothing does. */
  async keeping(context: GraphqlContext, claim: string, official: string): Promise<Recusal | undefined> {
    const row = (await this.load(context, claim))?.find((each) => each.official === official);
    if (row === undefined) return undefined;
    const { id, official_name, claim: of, uscc, since, reason } = row;
    return { id, official: official_name, claim: of, uscc, since, reason, lifted: false, onward: [] };
  }

  protected async loadAll(tenant: string, claims: readonly string[]): Promise<ReadonlyMap<string, RecusalRow[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<RecusalRow & { readonly of_claim: string }>({
      name: 'read.recusals-of-claims',
      text: `with standing as materialized (
                select r as row, array(select read.codes_onward($1, r.uscc, $3)) as usccs
                  from read.recusal_at($1, $3) r where r.lifted_on is null)
             select c.id as of_claim, (s.row).*
               from read.claim c
               join standing s on (s.row).claim = c.id or c.uscc = any (s.usccs)
              where c.tenant = $1 and c.id = any ($2)
              order by (s.row).position`,
      values: [tenant, claims, position.toString()],
    });
    const found = new Map<string, RecusalRow[]>();
    for (const { of_claim: claim, ...row } of rows) found.set(claim, [...(found.get(claim) ?? []), row]);
    return found;
  }
}
