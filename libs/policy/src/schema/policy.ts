import { z } from 'zod';

import { clauseSchema } from './clause.js';
import { bilingualSchema, dateSchema, interpretationSchema, quotesSchema } from './primitives.js';
import { publicitySchema } from './publicity.js';

const divisionSchema = z.string().regex(/^\d{6}$/, 'division');

const articleSchema = z.strictObject({
  number: z.string().min(1).nullable(),
  heading: z.string().min(1),
  clauses: z.array(clauseSchema).min(1),
});
export type Article = z.infer<typeof articleSchema>;

/** The dates of a document: an end, a number of years from the first day, or null where it sets none. */
const periodSchema = z
  .strictObject({
    from: dateSchema,
    to: dateSchema.nullable().optional(),
    years: z.int().min(1).max(50).optional(),
    quote: quotesSchema.nullable(),
    interpretation: interpretationSchema.optional(),
  })
  .refine(({ to, years }) => (to === undefined) !== (years === undefined), 'periodEnd');
export type WrittenPeriod = z.infer<typeof periodSchema>;

/** `policy.yaml`: one published document as data. What a document does not have is written null. */
export const policyDocumentSchema = z
  .strictObject({
    policy: z.string().regex(/^[a-z]+-\d{4}(-[a-z0-9]+)+$/, 'policyId'),
    title: bilingualSchema,
    documentNumber: z.string().min(1).nullable(),
    issuer: bilingualSchema,
    tenant: divisionSchema,
    division: divisionSchema,
    jurisdiction: z.string().regex(/^\d{2,6}$/, 'jurisdiction'),
    signedOn: dateSchema.nullable(),
    period: periodSchema,
    overlapRule: z.strictObject({ name: z.string().min(1), quote: quotesSchema }).nullable(),
    /** Left out where neither the document nor the city says anything of it. */
    publicity: publicitySchema.optional(),
    interpretations: z.array(interpretationSchema).optional(),
    articles: z.array(articleSchema).min(1),
  })
  .meta({ title: 'policy.yaml', description: 'One published support policy as data' });
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;
