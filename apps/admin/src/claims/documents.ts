import { z } from 'zod';
import type { AsOf } from '../as-of/as-of.js';
import { command } from '../api/command.js';
import { graphql } from '../api/document.js';
import { connection, connectionFields } from '../api/shapes.js';
import type { EvidenceKind } from '../policies/measure/shapes.js';
import { type ClaimStatus, claim, claimFields, claimRow, claimRowFields } from './shapes.js';

export interface ClaimFilter {
  query?: string | undefined;
  status?: ClaimStatus[] | undefined;
  measure?: string | undefined;
  policy?: string | undefined;
  uscc?: string | undefined;
  year?: number | undefined;
  division?: string | undefined;
  waitingForMe?: boolean | undefined;
  held?: boolean | undefined;
  reason?: string | undefined;
  submittedFrom?: string | undefined;
  submittedTo?: string | undefined;
}

export type ClaimSortField = 'SUBMITTED_ON' | 'UPDATED_AT' | 'REQUESTED_AMOUNT' | 'DETERMINED_AMOUNT' | 'ID';

export interface ClaimPageVariables {
  first: number;
  after: string | null;
  filter: ClaimFilter;
  sort: { field: ClaimSortField; direction: 'ASC' | 'DESC' };
  asOf?: AsOf | null;
}

export const claimsDocument = graphql<ClaimPageVariables>()(
  `query Claims($first: Int!, $after: String, $filter: ClaimFilter, $sort: ClaimSort, $asOf: AsOf) {
    claims(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
      nodes { ${claimRowFields} } ${connectionFields}
    }
  }`,
  z.object({ claims: connection(claimRow) }),
);

/** The order of work: which claims come one after the other. */
export const queueDocument = graphql<ClaimPageVariables>()(
  `query ClaimQueue($first: Int!, $after: String, $filter: ClaimFilter, $sort: ClaimSort) {
    claims(first: $first, after: $after, filter: $filter, sort: $sort) { nodes { id } ${connectionFields} }
  }`,
  z.object({ claims: connection(z.object({ id: z.string() })) }),
);

export const claimDocument = graphql<{ id: string; asOf?: AsOf | null }>()(
  `query Claim($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { position ${claimFields} } }`,
  z.object({ claim: claim.extend({ position: z.string() }).nullable() }),
);

export interface EvidenceInput {
  kind: EvidenceKind;
  number: string;
  invoice: InvoiceInput | null;
  party: string | null;
}

export interface InvoiceInput {
  code: string | null;
  seller: string;
  sellerUscc: string;
  issuedOn: string;
  amount: string;
  tax: string;
  reverses: string | null;
}

/** What a claim states, when it is submitted and again after it was returned. */
export interface StatedClaim {
  occurredOn: string;
  subject: string | null;
  facts: Record<string, unknown>;
  requestedAmount: string;
  evidence: EvidenceInput[];
}

const changed = z.object({ id: z.string(), status: claim.shape.status });
export type ChangedClaim = z.infer<typeof changed>;

const toClaim = { type: 'Claim', fields: 'id status', value: changed };

export const submitClaim = command<StatedClaim & { uscc: string; measure: string; year: number }>()(
  'submitClaim',
  toClaim,
);
export const resubmitClaim = command<StatedClaim & { claim: string }>()('resubmitClaim', toClaim);
export const acceptClaim = command<{ claim: string }>()('acceptClaim', toClaim);
export const returnClaim = command<{ claim: string; reason: string }>()('returnClaim', toClaim);
export const reviewClaim = command<{
  claim: string;
  opinion: string;
  agreedAmount: string | null;
  distinction: { claims: string[]; reason: string } | null;
}>()('reviewClaim', toClaim);
export const rejectClaim = command<{ claim: string; reason: string }>()('rejectClaim', toClaim);
export const withdrawClaim = command<{ claim: string; reason: string }>()('withdrawClaim', toClaim);
export const determineClaim = command<{ claim: string }>()('determineClaim', toClaim);
export const publiciseClaim = command<{ claim: string; days: number }>()('publiciseClaim', toClaim);
export const instructPayments = command<{ claim: string }>()('instructPayments', toClaim);
