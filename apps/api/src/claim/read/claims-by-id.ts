import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import type { ClaimRow } from '../read-model/claim-row.js';

/** Claims by their number, all that a request names in one query. */
@Injectable()
export class ClaimsById extends RequestLoader<ClaimRow> {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {
    super();
  }

  protected async loadAll(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, ClaimRow>> {
    const { rows } = await this.pool.query<ClaimRow>({
      name: 'read.claims-by-id',
      text: 'select * from read.claim where tenant = $1 and id = any ($2)',
      values: [tenant, ids],
    });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
