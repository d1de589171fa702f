import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { Positions } from '../../log/positions.js';
import { SIMILAR_MAX } from './similar-claims.js';

/** Numbers of the claims of enterprises under one clause that were granted, the newest first. */
@Injectable()
export class ClaimsOfClause {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {}

  async granted(tenant: string, enterprises: readonly string[], measure: string): Promise<string[]> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<{ id: string }>({
      name: 'read.granted-under-clause',
      text: `select id from read.claim_at($1, $4)
              where uscc = any ($2) and measure = $3 and determined is not null
              order by year desc, id desc
              limit $5`,
      values: [tenant, enterprises, measure, position.toString(), SIMILAR_MAX],
    });
    return rows.map(({ id }) => id);
  }
}
