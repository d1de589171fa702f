import { z } from 'zod';

import { factNameSchema, percentSchema } from './primitives.js';

const constantSchema = z.union([z.string(), z.number()]);

/** What a fact is compared with: a constant of its type, or another fact, perhaps some years or units later. */
export const operandSchema = z
  .union([
    constantSchema,
    z.strictObject({ fact: factNameSchema }),
    z.strictObject({ fact: factNameSchema, plusYears: z.int() }),
    z.strictObject({ fact: factNameSchema, plus: z.int() }),
    z.strictObject({ yearOf: factNameSchema }),
  ])
  .meta({ id: 'operand' });
export type Operand = z.infer<typeof operandSchema>;

const boundsSchema = {
  atLeast: operandSchema.optional(),
  above: operandSchema.optional(),
  atMost: operandSchema.optional(),
  below: operandSchema.optional(),
  equals: operandSchema.optional(),
};

const growthBoundSchema = z.union([percentSchema, z.strictObject({ fact: factNameSchema })]);
export type GrowthBound = z.infer<typeof growthBoundSchema>;

const factIsSchema = z.strictObject({ fact: factNameSchema, is: z.union([z.boolean(), z.string()]) });
const factBoundsSchema = z
  .strictObject({ fact: factNameSchema, ...boundsSchema })
  .refine((bounds) => Object.keys(bounds).length > 1, 'boundMissing');
const yearSchema = z.strictObject({ year: z.strictObject({ equals: operandSchema }) });
const growthSchema = z
  .strictObject({
    growth: z.strictObject({ of: factNameSchema, over: factNameSchema }),
    atLeast: growthBoundSchema.optional(),
    above: growthBoundSchema.optional(),
  })
  .refine((growth) => (growth.atLeast === undefined) !== (growth.above === undefined), 'boundMissing');
const yearsSinceFirstGrantSchema = z.strictObject({ yearsSinceFirstGrant: z.strictObject({ below: z.int().min(1) }) });
const grantedYearsSchema = z.strictObject({ grantedYears: z.strictObject({ below: z.int().min(1) }) });

export type FactBounds = z.infer<typeof factBoundsSchema>;
export type Bound = 'atLeast' | 'above' | 'atMost' | 'below' | 'equals';

/** A condition over declared facts, the programme year and what was granted before. */
export type Predicate =
  | z.infer<typeof factIsSchema>
  | FactBounds
  | z.infer<typeof yearSchema>
  | z.infer<typeof growthSchema>
  | z.infer<typeof yearsSinceFirstGrantSchema>
  | z.infer<typeof grantedYearsSchema>
  | { all: Predicate[] }
  | { any: Predicate[] }
  | { not: Predicate };

export const predicateSchema: z.ZodType<Predicate> = z
  .lazy(() =>
    z.union([
      factIsSchema,
      factBoundsSchema,
      yearSchema,
      growthSchema,
      yearsSinceFirstGrantSchema,
      grantedYearsSchema,
      z.strictObject({ all: z.array(predicateSchema).min(1) }),
      z.strictObject({ any: z.array(predicateSchema).min(1) }),
      z.strictObject({ not: predicateSchema }),
    ]),
  )
  .meta({ id: 'predicate' });
