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

/** What is read of a payment after a step on it. */
export const changedPayment = graphql('fragment ChangedPayment on Payment { id status }');
