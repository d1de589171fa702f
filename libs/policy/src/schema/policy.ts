import { z } from 'zod';

import { clauseSchema } from './clause.js';
import { bilingualSchema, dateSchema, interpretationSchema, quotesSchema } from './primitives.js';

const divisionSchema = z.string().regex(/^\d{6}$/, 'division');

const articleSchema = z.strictObject({
  number: z.string().min(1),
  heading: z.string().min(1),
  clauses: z.array(clauseSchema).min(1),
});
export type Article = z.infer<typeof articleSchema>;

/** `policy.yaml`: one published document as data. */
export const policyDocumentSchema = z
  .strictObject({
    policy: z.string().regex(/^[a-z]+-\d{4}-\d+$/, 'policyId'),
    title: bilingualSchema,
    documentNumber: z.string().min(1),
    issuer: bilingualSchema,
    tenant: divisionSchema,
    division: divisionSchema,
    jurisdiction: z.string().regex(/^\d{2,6}$/, 'jurisdiction'),
    signedOn: dateSchema,
    period: z.strictObject({
      from: dateSchema,
      to: dateSchema,
      quote: quotesSchema,
      interpretation: interpretationSchema.optional(),
    }),
    overlapRule: z.strictObject({ name: z.string().min(1), quote: quotesSchema }),
    interpretations: z.array(interpretationSchema).optional(),
    articles: z.array(articleSchema).min(1),
  })
  .meta({ title: 'policy.yaml', description: 'One published support policy as data' });
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;
