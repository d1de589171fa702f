import { z } from 'zod';
import type { ListCriteria } from '../api/data-provider.js';
import type { VariablesOf } from '../api/graphql.js';
import { filterFrom, lenient, lenientText } from '../api/lenient.js';
import {
  AssignedFilter,
  type ClaimSortField,
  ClaimStatus,
  DeadlineLight,
  ReasonCode,
} from '../api/schema/enums.generated.js';
import type { claimsDocument } from './documents.js';

const claimFilter = z.object({
  query: lenientText,
  status: lenient(z.array(z.enum(ClaimStatus)).min(1)),
  measure: lenientText,
  policy: lenientText,
  uscc: lenientText,
  round: lenientText,
  awaitsDraw: lenient(z.literal(true)),
  year: lenient(z.coerce.number().int().min(2000).max(2100)),
  division: lenientText,
  waitingForMe: lenient(z.literal(true)),
  waitingForOthers: lenient(z.literal(true)),
  light: lenient(z.array(z.enum(DeadlineLight)).min(1)),
  escalatedToMe: lenient(z.literal(true)),
  held: lenient(z.literal(true)),
  assigned: lenient(z.enum(AssignedFilter)),
  reason: lenient(z.enum(ReasonCode)),
  submittedFrom: lenientText,
  submittedTo: lenientText,
  determinedFrom: lenientText,
  determinedTo: lenientText,
  payer: lenientText,
  department: lenientText,
});

/** The columns by which the list can be ordered, by the name that the screen has for them. */
const sortFields: Record<string, ClaimSortField> = {
  id: 'ID',
  due: 'DUE',
  submittedOn: 'SUBMITTED_ON',
  updatedAt: 'UPDATED_AT',
  requestedAmount: 'REQUESTED_AMOUNT',
  determinedAmount: 'DETERMINED_AMOUNT',
};

export const defaultClaimSort = { field: 'submittedOn', order: 'DESC' } as const;

/** Filter and order as the API takes them, from what stands in the address bar. */
export function claimCriteria({
  filter,
  sort,
}: ListCriteria): Pick<VariablesOf<typeof claimsDocument>, 'filter' | 'sort'> {
  return {
    filter: filterFrom(claimFilter, filter),
    sort: {
      field: sortFields[sort?.field ?? ''] ?? 'SUBMITTED_ON',
      direction: sort?.order ?? defaultClaimSort.order,
    },
  };
}
