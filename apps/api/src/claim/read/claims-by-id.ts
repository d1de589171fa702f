import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { onlyRow, rowsOf } from '../../log/rows.js';
import { Positions } from '../../log/positions.js';
import type { ClaimRow } from '../read-model/claim-row.js';
import { foldIntoClaims } from '../read-model/claim-tables.js';
import { ClaimFiles } from './claim-files.js';

/** Claims by their number, all that a request names in one query. */
@Injectable()
export class ClaimsById extends RequestLoader<ClaimRow> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly files: ClaimFiles,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, ClaimRow>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<ClaimRow>({
      name: 'read.claims-by-id',
      text: 'select * from read.claim_at($1, $3) where id = any ($2)',
      values: [tenant, ids, position.toString()],
    });
    return new Map(rows.map((row) => [row.id, row]));
  }

  protected override async foldAll(
    context: GraphqlContext,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ClaimRow>> {
    const files = await this.files.loadMany(context, ids);
    const rows = files.map(({ events }) => onlyRow(rowsOf(events, foldIntoClaims)));
    return new Map(rows.map((row) => [row.id, row]));
  }
}
