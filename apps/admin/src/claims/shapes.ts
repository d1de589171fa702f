import { z } from 'zod';
import { bilingual, division, divisionFields, jsonObject, money } from '../api/shapes.js';
import { assessment, assessmentFields } from '../policies/assessment/shapes.js';
import { payment, paymentFields } from '../payments/shapes.js';
import { evidenceKind } from '../policies/measure/shapes.js';

export const claimStatus = z.enum([
  'SUBMITTED',
  'ACCEPTED',
  'RETURNED',
  'REVIEWED',
  'REJECTED',
  'WITHDRAWN',
  'DETERMINED',
  'DECLINED',
  'PUBLICISED',
  'INSTRUCTED',
  'PAID',
]);
export type ClaimStatus = z.infer<typeof claimStatus>;

export const actionName = z.enum([
  'ACCEPT',
  'RETURN',
  'RESUBMIT',
  'REVIEW',
  'REJECT',
  'WITHDRAW',
  'DETERMINE',
  'PUBLICISE',
  'INSTRUCT',
]);
export type ActionName = z.infer<typeof actionName>;

/** A claim as one line of a list. */
export const claimRow = z.object({
  id: z.string(),
  status: claimStatus,
  held: z.boolean(),
  year: z.number(),
  enterprise: z.object({ uscc: z.string(), name: z.string() }),
  division,
  measure: z.object({ id: z.string(), title: bilingual }),
  requestedAmount: money,
  agreedAmount: money.nullable(),
  determinedAmount: money.nullable(),
  paidAmount: money,
  submittedOn: z.string(),
});
export type ClaimRow = z.infer<typeof claimRow>;

export const claimRowFields = `
  id status held year enterprise { uscc name } division { ${divisionFields} } measure { id title { zh en } }
  requestedAmount agreedAmount determinedAmount paidAmount submittedOn
`;

const contestant = claimRow.pick({
  id: true,
  status: true,
  enterprise: true,
  measure: true,
  requestedAmount: true,
  determinedAmount: true,
  submittedOn: true,
});
export type Contestant = z.infer<typeof contestant>;

/** A claim on the same document, and where it lies: who answers it follows from that. */
const contesting = contestant.extend({ division: z.object({ name: z.string() }) });
export type Contesting = z.infer<typeof contesting>;

const similar = contestant.extend({ subject: z.string().nullable() });

/** What stands on an invoice; a red-letter one names the invoice that it takes back. */
const invoice = z.object({
  seller: z.string(),
  sellerUscc: z.string(),
  issuedOn: z.string(),
  amount: money,
  tax: money,
  reverses: z.string().nullable(),
});
export type Invoice = z.infer<typeof invoice>;

const evidence = z.object({
  kind: evidenceKind,
  number: z.string(),
  invoice: invoice.nullable(),
  party: z.string().nullable(),
  contestedBy: z.array(contesting),
});
export type Evidence = z.infer<typeof evidence>;

/** An official as an event names him. */
export const official = z.object({
  username: z.string(),
  displayName: z.string(),
  division: z.string(),
  department: z.string().nullable(),
});

/** An assessment that was decided on: under which version of the policy, when and by whom. */
const earlierGrant = z.object({
  claim: z.string(),
  measure: z.string(),
  year: z.number(),
  subject: z.string().nullable(),
  payer: division,
  amount: z.string(),
});
export type EarlierGrant = z.infer<typeof earlierGrant>;

const determination = assessment.extend({
  earlierGrants: z.array(earlierGrant),
  policyVersion: z.string(),
  on: z.string(),
  by: official,
});
export type Determination = z.infer<typeof determination>;

export const timelineEntry = z.object({
  position: z.string(),
  stream: z.string(),
  type: z.string(),
  label: bilingual,
  on: z.string(),
  recordedAt: z.string(),
  actor: official.nullable(),
  claim: z.string().nullable(),
  summary: bilingual,
  data: jsonObject,
  correction: z
    .object({
      reason: z.string(),
      proposedBy: z.string(),
      agreedBy: z.string(),
      originalOn: z.string(),
      originalData: jsonObject,
    })
    .nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const timelineFields = `
  position stream type label { zh en } summary { zh en } on recordedAt claim data
  actor { username displayName division department }
  correction { reason proposedBy agreedBy originalOn originalData }
`;

const action = z.object({ action: actionName, allowed: z.boolean(), refusal: bilingual.nullable() });
export type ClaimAction = z.infer<typeof action>;

export const shownFact = z.object({ name: z.string(), label: bilingual, value: z.string(), display: bilingual });
export type ShownFact = z.infer<typeof shownFact>;

/** Another city with a claim on the same paper or subject. */
const elsewhere = z.object({
  kind: evidenceKind.nullable(),
  number: z.string().nullable(),
  city: division,
  since: z.string(),
  department: z.string(),
});
export type Elsewhere = z.infer<typeof elsewhere>;

/** A claim with everything that stands on its page. */
export const claim = claimRow.extend({
  policyVersion: z.string(),
  occurredOn: z.string(),
  subject: z.string().nullable(),
  facts: z.array(shownFact),
  evidence: z.array(evidence),
  invoicedTotal: money.nullable(),
  similarSubjects: z.array(similar),
  elsewhere: z.array(elsewhere),
  nearSubjects: z.array(z.object({ id: z.string(), subject: z.string().nullable() })),
  publicity: z.object({ from: z.string(), until: z.string() }).nullable(),
  determination: determination.nullable(),
  payments: z.array(payment),
  timeline: z.array(timelineEntry),
  actions: z.array(action),
  nextStep: bilingual,
  updatedAt: z.string(),
});
export type Claim = z.infer<typeof claim>;

export const claimFields = `
  ${claimRowFields} policyVersion occurredOn subject updatedAt nextStep { zh en }
  facts { name label { zh en } value display { zh en } }
  invoicedTotal
  nearSubjects { id subject }
  elsewhere { kind number city { code name } since department }
  similarSubjects {
    id subject status enterprise { uscc name } measure { id title { zh en } } requestedAmount determinedAmount submittedOn
  }
  evidence { kind number party invoice { seller sellerUscc issuedOn amount tax reverses } contestedBy {
    id status division { name } enterprise { uscc name } measure { id title { zh en } } requestedAmount determinedAmount submittedOn
  } }
  publicity { from until }
  determination {
    ${assessmentFields} policyVersion on by { username displayName division department }
    earlierGrants { claim measure year subject payer { code name } amount }
  }
  payments { ${paymentFields} }
  timeline { ${timelineFields} }
  actions { action allowed refusal { zh en } }
`;
