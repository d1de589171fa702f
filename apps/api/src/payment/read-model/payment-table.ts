import type { RecordedEvent } from '@duixian/event-store';
import type { AccountRef } from '@duixian/registry';
import { parsePaymentEvent, type PaymentEvent } from '@duixian/treasury';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { fenText } from '../../log/fen-text.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { VersionedTable } from '../../log/versioned-table.js';

const PAYMENT_COLUMNS = {
  tenant: column.id,
  id: column.id,
  claim: column.id,
  uscc: column.id,
  payee: column.text,
  payer: column.id,
  amount: column.fen,
  basis: column.id,
  // Proposal, bank, CNAPS code, mask and hash; null for what was instructed before accounts were agreed to.
  account: column.orNull(column.json<AccountRef>()),
  attempt: column.whole,
  status: column.oneOf<'instructed' | 'paid' | 'returned'>(),
  instructed_on: column.day,
  settled_on: column.orNull(column.day),
  // Day on which the bank sent it back.
  returned_on: column.orNull(column.day),
  bank_reference: column.orNull(column.text),
  return_reason: column.orNull(column.text),
  // User id of whoever took the last step.
  last_actor: column.text,
} as const satisfies Columns;

/** A row of `read.payment`; the amount is fen. */
export type PaymentRow = RowOf<typeof PAYMENT_COLUMNS>;

const PAYMENT = new VersionedTable('payment', ['id'], PAYMENT_COLUMNS);

/** `payment`. */
export const paymentTable: ReadTable = {
  ddl: PAYMENT.ddl,
  reading: sqlFile(import.meta.url, 'payment-reading.sql'),
  versioned: [PAYMENT],

  async apply(tenant, batch, client) {
    const touched = new Set(batch.flatMap((event) => idIn(event.stream, 'payment-') ?? []));
    if (touched.size === 0) return;
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const event of batch) rows.fold(event, foldIntoPayments);
    await PAYMENT.write(client, rows);
  },
};

const PAYER_DIGITS = 6;

/** The number of the claim that a payment's id begins with. */
export function claimOfPayment(id: string): string {
  return id.slice(0, -PAYER_DIGITS - 1);
}

/** What an event makes of the payments; those of other streams leave them as they are. */
export function foldIntoPayments(rows: Rows<PaymentRow>, recorded: RecordedEvent): void {
  const id = idIn(recorded.stream, 'payment-');
  if (id === null) return;
  const event = parsePaymentEvent(recorded);
  if (event.type === 'PaymentInstructed') rows.set(id, instructed(recorded.tenant, event));
  else rows.change(id, (row) => ({ ...row, ...change(row, event), last_actor: event.meta.actor.userId }));
}

function instructed(tenant: string, event: Extract<PaymentEvent, { type: 'PaymentInstructed' }>): PaymentRow {
  const { payment, claim, uscc, payee, payer, amount, basis, account, attempt } = event.data;
  return {
    tenant,
    id: payment,
    claim,
    uscc,
    payee,
    payer,
    amount: fenText(amount),
    basis,
    account,
    attempt: attempt ?? 1,
    status: 'instructed',
    instructed_on: event.occurredOn,
    settled_on: null,
    returned_on: null,
    bank_reference: null,
    return_reason: null,
    last_actor: event.meta.actor.userId,
  };
}

function change(row: PaymentRow, event: Exclude<PaymentEvent, { type: 'PaymentInstructed' }>): Partial<PaymentRow> {
  switch (event.type) {
    case 'PaymentConfirmed':
      return { status: 'paid', settled_on: event.data.paidOn, bank_reference: event.data.bankReference };
    case 'PaymentReturned':
      return { status: 'returned', return_reason: event.data.reason, returned_on: event.data.returnedOn };
    case 'PaymentReinstructed':
      return {
        status: 'instructed',
        payee: event.data.payee ?? row.payee,
        account: event.data.account,
        attempt: event.data.attempt ?? row.attempt + 1,
        instructed_on: event.occurredOn,
        settled_on: null,
        returned_on: null,
        bank_reference: null,
        return_reason: null,
      };
  }
}

async function load(client: TableClient, tenant: string, ids: readonly string[]): Promise<Map<string, PaymentRow>> {
  const { rows } = await client.query<PaymentRow>({
    text: 'select * from payment where tenant = $1 and id = any ($2)',
    values: [tenant, ids],
    types: plainTypes,
  });
  return new Map(rows.map((row) => [row.id, row]));
}
