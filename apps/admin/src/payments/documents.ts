import { z } from 'zod';
import type { AsOf } from '../as-of/as-of.js';
import { command } from '../api/command.js';
import { graphql } from '../api/document.js';
import { connection, connectionFields } from '../api/shapes.js';
import { type PaymentStatus, payment, paymentFields, paymentStatus } from './shapes.js';

export interface PaymentFilter {
  status?: PaymentStatus[] | undefined;
  payer?: string | undefined;
  query?: string | undefined;
  waitingForMe?: boolean | undefined;
}

export interface PaymentPageVariables {
  first: number;
  after: string | null;
  filter: PaymentFilter;
  sort: { field: 'INSTRUCTED_ON' | 'AMOUNT'; direction: 'ASC' | 'DESC' };
  asOf?: AsOf | null;
}

export const paymentsDocument = graphql<PaymentPageVariables>()(
  `query Payments($first: Int!, $after: String, $filter: PaymentFilter, $sort: PaymentSort, $asOf: AsOf) {
    payments(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
      nodes { ${paymentFields} } ${connectionFields}
    }
  }`,
  z.object({ payments: connection(payment) }),
);

const toPayment = {
  type: 'Payment',
  fields: 'id status',
  value: z.object({ id: z.string(), status: paymentStatus }),
};

export const confirmPayment = command<{ payment: string; attempt: number; bankReference: string; paidOn: string }>()(
  'confirmPayment',
  toPayment,
);
export const recordBankReturn = command<{ payment: string; attempt: number; reason: string; returnedOn: string }>()(
  'recordBankReturn',
  toPayment,
);
export const reinstructPayment = command<{ payment: string }>()('reinstructPayment', toPayment);
