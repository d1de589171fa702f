import { command } from '../api/command.js';
import { connectionFields } from '../api/connection.js';
import { graphql } from '../api/graphql.js';
import { payment } from './fragments.js';

export const paymentsDocument = graphql(
  `query Payments($first: Int!, $after: String, $filter: PaymentFilter, $sort: PaymentSort, $asOf: AsOf) {
    payments(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
      nodes { ...Payment } ${connectionFields}
    }
  }`,
  [payment],
);

const changedPayment = graphql('fragment ChangedPayment on Payment { id status }');

export const confirmPayment = command('confirmPayment', changedPayment);
export const recordBankReturn = command('recordBankReturn', changedPayment);
export const reinstructPayment = command('reinstructPayment', changedPayment);
