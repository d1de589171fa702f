import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import type { ListCriteria, ListSource } from '../api/data-provider.js';
import type { VariablesOf } from '../api/graphql.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import { paymentsDocument } from './documents.js';
import { PaymentStatus } from '../api/schema/enums.generated.js';

const paymentFilter = z.object({
  status: lenient(z.array(z.enum(PaymentStatus)).min(1)),
  payer: lenientText,
  query: lenientText,
  waitingForMe: lenient(z.literal(true)),
  paidFrom: lenientText,
  paidTo: lenientText,
  division: lenientText,
  measure: lenientText,
  department: lenientText,
});

export const defaultPaymentSort = { field: 'instructedOn', order: 'DESC' } as const;

function paymentCriteria({
  filter,
  sort,
}: ListCriteria): Pick<VariablesOf<typeof paymentsDocument>, 'filter' | 'sort'> {
  return {
    filter: filterFrom(paymentFilter, filter),
    sort: {
      field: sort?.field === 'amount' ? 'AMOUNT' : 'INSTRUCTED_ON',
      direction: sort?.order ?? defaultPaymentSort.order,
    },
  };
}

/** Payments change by commands only. */
export function paymentSource(client: GraphQlClient): ListSource {
  return async (criteria, request, signal) => {
    const answer = await client.run(
      paymentsDocument,
      { ...request, ...paymentCriteria(criteria), asOf: criteria.asOf },
      signal,
    );
    return answer.payments;
  };
}
