import { z } from 'zod';

import { amountSchema } from './amount.js';
import { payeeSchema } from './payee.js';
import { predicateSchema } from './predicate.js';
import {
  bilingualSchema,
  factNameSchema,
  interpretationSchema,
  measureIdSchema,
  moneySchema,
  quotesSchema,
} from './primitives.js';

const factBase = {
  name: factNameSchema,
  label: bilingualSchema,
  unit: bilingualSchema.optional(),
  informational: z.literal(true).optional(),
};
const factBounds = {
  min: z.number().optional(),
  above: z.number().optional(),
  max: z.number().optional(),
};

/** A fact that a claim under the clause must state. */
export const factSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...factBase, ...factBounds, type: z.literal('money') }),
    z.strictObject({ ...factBase, ...factBounds, type: z.literal('integer') }),
    z.strictObject({ ...factBase, ...factBounds, type: z.literal('number') }),
    z.strictObject({ ...factBase, ...factBounds, type: z.literal('percent') }),
    z.strictObject({ ...factBase, type: z.literal('date') }),
    z.strictObject({ ...factBase, type: z.literal('boolean') }),
    z.strictObject({ ...factBase, type: z.literal('choice'), values: z.record(z.string(), bilingualSchema) }),
  ])
  .meta({ id: 'fact' });
export type Fact = z.infer<typeof factSchema>;
export type FactType = Fact['type'];

const conditionSchema = z.strictObject({
  require: predicateSchema,
  otherwise: z.enum(['CONDITION_NOT_MET', 'HIGHER_LEVEL_POLICY', 'SCHEDULE_EXHAUSTED']).optional(),
  says: bilingualSchema.optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

const limitSchema = z
  .union([
    moneySchema,
    z.strictObject({ choose: z.strictObject({ by: factNameSchema, values: z.record(z.string(), moneySchema) }) }),
  ])
  .meta({ id: 'limit' });
export type Limit = z.infer<typeof limitSchema>;

const limitsSchema = z.strictObject({
  item: limitSchema.optional(),
  total: limitSchema.optional(),
  year: limitSchema.optional(),
  pool: limitSchema.optional(),
  quota: z.int().min(1).optional(),
});
export type Limits = z.infer<typeof limitsSchema>;

const subjectSchema = z.union([
  z.literal('given'),
  z.strictObject({ fact: factNameSchema }),
  z.strictObject({ fixed: z.string().min(1) }),
  z.strictObject({ step: z.literal(true) }),
  z.strictObject({ cases: z.array(z.strictObject({ when: predicateSchema, is: z.string().min(1) })).min(1) }),
]);
export type SubjectRule = z.infer<typeof subjectSchema>;

const shareSchema = z.strictObject({
  payer: z.enum(['city', 'county']),
  share: z.string().regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/, 'share'),
});
export type Share = z.infer<typeof shareSchema>;

const overlapSchema = z.strictObject({
  group: z.string().min(1),
  matter: z.enum(['year', 'subject']),
  when: predicateSchema.optional(),
});

/**
 * A promise of several years is kept after the document's dates if it began within them: how many years before the
 * matter it began.
 */
const beginsSchema = z.strictObject({
  yearsBefore: z.union([
    z.int().min(1),
    z.strictObject({ ordinal: factNameSchema }),
    z.strictObject({ sinceFirstGrant: z.literal(true) }),
  ]),
  when: predicateSchema.optional(),
});
export type Begins = z.infer<typeof beginsSchema>;

/** 以发票金额为准: what the claim's invoices come to, tax included, bounds the fact, and they are of the claim's year. */
const invoicedSchema = z.strictObject({ fact: factNameSchema, quote: quotesSchema });

const departmentsSchema = z.strictObject({
  lead: z.string().min(1),
  with: z.array(z.string().min(1)).optional(),
});

/**
 * A figure that the quotation says more often than the rule (`words`, as printed), or the rule more often than the
 * quotation (`rule`, as written): how many times more, once if it is left out, and why.
 */
const figureReasonSchema = z
  .strictObject({
    words: z.string().min(1).optional(),
    rule: z.union([z.string(), z.number()]).optional(),
    times: z.int().min(2).optional(),
    why: bilingualSchema,
  })
  .refine(({ words, rule }) => (words === undefined) !== (rule === undefined), 'figureReason')
  .meta({ id: 'figureReason' });
export type FigureReason = z.infer<typeof figureReasonSchema>;

/**
 * What a claim has to show. A recognition (认定) is shown by its certificate, or by an entry of a list that the department
 * imported.
 */
const evidenceSchema = z.array(z.enum(['invoice', 'contract', 'certificate', 'recognition']));

const clauseBase = {
  id: z.string().regex(/^[A-Za-z0-9.]+$/, 'clauseId'),
  title: bilingualSchema,
  quote: quotesSchema,
  figures: z.array(figureReasonSchema).optional(),
  departments: departmentsSchema,
  interpretations: z.array(interpretationSchema).optional(),
  findings: z.array(bilingualSchema).optional(),
};

const grantClauseSchema = z.strictObject({
  ...clauseBase,
  kind: z.literal('grant'),
  basis: z.enum(['annual', 'subject', 'steps']),
  subject: subjectSchema.optional(),
  rises: z.boolean().optional(),
  begins: beginsSchema.optional(),
  facts: z.array(factSchema).optional(),
  conditions: z.array(conditionSchema).optional(),
  amount: amountSchema,
  limits: limitsSchema.optional(),
  split: z.array(shareSchema).optional(),
  countyLineOf: measureIdSchema.optional(),
  overlap: overlapSchema.optional(),
  matches: measureIdSchema.optional(),
  payee: payeeSchema.optional(),
  evidence: evidenceSchema.optional(),
  invoiced: invoicedSchema.optional(),
});
export type GrantClause = z.infer<typeof grantClauseSchema>;

const loanLimitClauseSchema = z.strictObject({
  ...clauseBase,
  kind: z.literal('loan-limit'),
  facts: z.array(factSchema).optional(),
  conditions: z.array(conditionSchema).optional(),
  amount: amountSchema,
  evidence: evidenceSchema.optional(),
});
export type LoanLimitClause = z.infer<typeof loanLimitClauseSchema>;

/** A clause under which a claim can be assessed. */
export type PayableClause = GrantClause | LoanLimitClause;

const referralClauseSchema = z.strictObject({ ...clauseBase, kind: z.literal('referral'), reason: bilingualSchema });
const nonMonetaryClauseSchema = z.strictObject({
  ...clauseBase,
  kind: z.literal('non-monetary'),
  reason: bilingualSchema,
});

/** One measure of a document: payable, or with the reason why it pays nothing here. */
export const clauseSchema = z
  .discriminatedUnion('kind', [grantClauseSchema, loanLimitClauseSchema, referralClauseSchema, nonMonetaryClauseSchema])
  .meta({ id: 'clause' });
export type Clause = z.infer<typeof clauseSchema>;
export type ClauseKind = Clause['kind'];
