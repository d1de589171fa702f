import { z } from 'zod';
import { bilingual, money } from '../../api/shapes.js';

export const measureKind = z.enum(['GRANT', 'LOAN_LIMIT', 'REFERRAL', 'NON_MONETARY']);
export type MeasureKind = z.infer<typeof measureKind>;

export const factType = z.enum(['MONEY', 'INTEGER', 'NUMBER', 'PERCENT', 'DATE', 'BOOLEAN', 'CHOICE']);
export type FactType = z.infer<typeof factType>;

export const fact = z.object({
  name: z.string(),
  type: factType,
  label: bilingual,
  unit: bilingual.nullable(),
  values: z.array(z.object({ value: z.string(), label: bilingual })),
});
export type Fact = z.infer<typeof fact>;

export const evidenceKind = z.enum(['INVOICE', 'CONTRACT', 'CERTIFICATE']);
export type EvidenceKind = z.infer<typeof evidenceKind>;

export const interpretation = z.object({
  quotes: z.array(z.string()),
  taken: bilingual,
  other: bilingual,
  why: bilingual,
});
export type Interpretation = z.infer<typeof interpretation>;

export const measure = z.object({
  id: z.string(),
  clauseId: z.string(),
  article: z.string(),
  title: bilingual,
  kind: measureKind,
  payable: z.boolean(),
  quotes: z.array(z.string()),
  leadDepartment: z.string(),
  otherDepartments: z.array(z.string()),
  reason: bilingual.nullable(),
  basis: z.enum(['ANNUAL', 'SUBJECT', 'STEPS']).nullable(),
  rises: z.boolean(),
  subject: z.enum(['GIVEN', 'DERIVED', 'NONE']),
  facts: z.array(fact),
  conditions: z.array(bilingual),
  amountText: bilingual.nullable(),
  limits: z.object({
    item: money.nullable(),
    total: money.nullable(),
    year: money.nullable(),
    pool: money.nullable(),
    quota: z.number().nullable(),
  }),
  split: z.array(z.object({ payer: z.enum(['CITY', 'COUNTY']), share: z.string() })),
  overlapGroup: z.string().nullable(),
  evidenceKinds: z.array(evidenceKind),
  invoicedFact: z.string().nullable(),
  publicity: z.object({ least: z.number(), unit: z.enum(['DAYS', 'WORKING_DAYS']), source: z.string().nullable() }),
  interpretations: z.array(interpretation),
  findings: z.array(bilingual),
  needsProposedAmount: z.boolean(),
});
export type Measure = z.infer<typeof measure>;

export const measureFields = `
  id clauseId article title { zh en } kind payable quotes leadDepartment otherDepartments reason { zh en }
  basis rises subject facts { name type label { zh en } unit { zh en } values { value label { zh en } } }
  conditions { zh en } amountText { zh en } limits { item total year pool quota } split { payer share }
  overlapGroup evidenceKinds invoicedFact publicity { least unit source } interpretations { quotes taken { zh en } other { zh en } why { zh en } }
  findings { zh en } needsProposedAmount
`;

/** The facts that the enterprise states; the amount to be proposed is the lead department's to say. */
export function statedFacts({ facts }: Pick<Measure, 'facts'>): Fact[] {
  return facts.filter((one) => one.name !== 'proposedAmount');
}
