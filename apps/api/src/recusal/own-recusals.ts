import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import type { CurrentUser } from '../identity/current-user.js';
import type { At } from '../log/at.js';

/** In what somebody takes no part: numbers of claims, and codes of enterprises. */
export interface Recused {
  readonly claims: readonly string[];
  readonly usccs: readonly string[];
}

/** In what an official takes no part (回避): what waits for his office waits for his colleagues. */
@Injectable()
export class OwnRecusals {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async of({ tenant, id }: CurrentUser, { position }: At): Promise<Recused> {
    const { rows } = await this.pool.query<Recused>({
      name: 'read.own-recusals',
      text: `select coalesce(array_agg(claim) filter (where claim is not null), '{}') as claims,
                    array(select distinct o.uscc
                            from read.recusal_at($1, $3) r
                           cross join lateral read.codes_onward($1, r.uscc, $3) o (uscc)
                           where r.official = $2 and r.lifted_on is null and r.uscc is not null) as usccs
               from read.recusal_at($1, $3) where official = $2 and lifted_on is null`,
      values: [tenant, id, position.toString()],
    });
    return rows[0] ?? { claims: [], usccs: [] };
  }
}
