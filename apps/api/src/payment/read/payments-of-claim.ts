import type { RecordedEvent } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { ClaimFiles } from '../../claim/read/claim-files.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { rowsOf } from '../../log/rows.js';
import { foldIntoPayments, type PaymentRow } from '../read-model/payment-table.js';
import { Positions } from '../../log/positions.js';

/** The payments of claims, by the claim's number; a claim that has none is left out. */
@Injectable()
export class PaymentsOfClaim extends RequestLoader<readonly PaymentRow[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly files: ClaimFiles,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(
    tenant: string,
    claims: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PaymentRow[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<PaymentRow>({
      name: 'read.payments-of-claim',
      text: 'select * from read.payment_at($1, $3) where claim = any ($2) order by id',
      values: [tenant, claims, position.toString()],
    });
    const payments = new Map<string, PaymentRow[]>();
    for (const row of rows) payments.set(row.claim, [...(payments.get(row.claim) ?? []), row]);
    return payments;
  }

  protected override async foldAll(
    context: GraphqlContext,
    claims: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PaymentRow[]>> {
    const files = await this.files.loadMany(context, claims);
    return new Map(files.map(({ claim, events }) => [claim.id, paymentsIn(events)]));
  }
}

function paymentsIn(events: readonly RecordedEvent[]): PaymentRow[] {
  return rowsOf(events, foldIntoPayments).sort((a, b) => (a.id < b.id ? -1 : 1));
}
