import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { ClaimFiles } from '../../claim/read/claim-files.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { rowsOf } from '../../log/rows.js';
import { claimOfPayment, foldIntoPayments, type PaymentRow } from '../read-model/payment-table.js';
import { Positions } from '../../log/positions.js';

/** Payments by their id, all that a request names in one query. */
@Injectable()
export class PaymentsById extends RequestLoader<PaymentRow> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly files: ClaimFiles,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, PaymentRow>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<PaymentRow>({
      name: 'read.payments-by-id',
      text: 'select * from read.payment_at($1, $3) where id = any ($2)',
      values: [tenant, ids, position.toString()],
    });
    return new Map(rows.map((row) => [row.id, row]));
  }

  protected override async foldAll(
    context: GraphqlContext,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, PaymentRow>> {
    const files = await this.files.loadMany(context, [...new Set(ids.map(claimOfPayment))]);
    const rows = files.flatMap(({ events }) => rowsOf(events, foldIntoPayments));
    return new Map(rows.map((row) => [row.id, row]));
  }
}
