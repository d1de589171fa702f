import { z } from 'zod';

import { bilingualSchema, type Bilingual, factNameSchema, moneySchema, percentSchema } from './primitives.js';
import { predicateSchema, type Predicate } from './predicate.js';

const endSchema = z.union([z.string(), z.number()]);
const bandEnds = {
  from: endSchema.optional(),
  above: endSchema.optional(),
  to: endSchema.optional(),
  below: endSchema.optional(),
};
type End = z.infer<typeof endSchema>;

/** One band of a tier: `from` and `to` include the number, `above` and `below` do not. */
export interface Band {
  from?: End | undefined;
  above?: End | undefined;
  to?: End | undefined;
  below?: End | undefined;
  pays: Amount;
}

const awardSchema = z
  .strictObject({ from: moneySchema.optional(), above: moneySchema.optional(), award: moneySchema })
  .refine((award) => (award.from === undefined) !== (award.above === undefined), 'awardThreshold');

const stepsSchema = z.strictObject({
  of: factNameSchema,
  before: z.array(factNameSchema).min(1),
  awards: z.array(awardSchema).min(1),
});
export type Steps = z.infer<typeof stepsSchema>;

const scheduleBySchema = z.union([
  z.strictObject({ grantedYears: z.literal(true) }),
  z.strictObject({ fact: factNameSchema }),
]);

const perUnitSchema = z.strictObject({ amount: moneySchema, units: z.array(factNameSchema).min(1) });
export type PerUnit = z.infer<typeof perUnitSchema>;

const perFullSchema = z.strictObject({
  each: moneySchema,
  of: factNameSchema,
  pays: moneySchema,
  atMost: moneySchema.optional(),
});
export type PerFull = z.infer<typeof perFullSchema>;

/** One part of a composite; later parts may refer to it by name. */
export interface Part {
  name: string;
  title: Bilingual;
  when?: Predicate | undefined;
  pays: Amount;
}

export interface Tiers {
  of: string;
  bands: Band[];
}

/** How the base of a claim is reckoned: exact, and rounded half-up to the fen once, at the end. */
export type Amount =
  | { flat: string }
  | { fact: string }
  | { part: string }
  | { rate: { percent: z.infer<typeof percentSchema>; of: Amount | string } }
  | { upTo: Amount | string }
  | { asProposed: true }
  | { choose: { by: string; values: Record<string, Amount> } }
  | { tiers: Tiers }
  | { steps: Steps }
  | { schedule: { by: z.infer<typeof scheduleBySchema>; entries: Amount[] } }
  | { perUnit: PerUnit }
  | { perFull: PerFull }
  | { lesserOf: Amount[] }
  | { greaterOf: Amount[] }
  | { difference: [Amount, Amount] }
  | { prorated: { amount: Amount; limit: number; by: string } }
  | { composite: { parts: Part[] } };

const amount: z.ZodType<Amount> = z.lazy(() => amountSchema);

const bandSchema: z.ZodType<Band> = z
  .strictObject({ ...bandEnds, pays: amount })
  .refine((band) => (band.from === undefined) !== (band.above === undefined), 'bandStart')
  .refine((band) => band.to === undefined || band.below === undefined, 'bandEnd');

const partSchema: z.ZodType<Part> = z.strictObject({
  name: factNameSchema,
  title: bilingualSchema,
  when: predicateSchema.optional(),
  pays: amount,
});

export const amountSchema: z.ZodType<Amount> = z
  .union([
    z.strictObject({ flat: moneySchema }),
    z.strictObject({ fact: factNameSchema }),
    z.strictObject({ part: factNameSchema }),
    z.strictObject({ rate: z.strictObject({ percent: percentSchema, of: z.union([factNameSchema, amount]) }) }),
    z.strictObject({ upTo: z.union([moneySchema, amount]) }),
    z.strictObject({ asProposed: z.literal(true) }),
    z.strictObject({ choose: z.strictObject({ by: factNameSchema, values: z.record(z.string(), amount) }) }),
    z.strictObject({ tiers: z.strictObject({ of: factNameSchema, bands: z.array(bandSchema).min(1) }) }),
    z.strictObject({ steps: stepsSchema }),
    z.strictObject({ schedule: z.strictObject({ by: scheduleBySchema, entries: z.array(amount).min(1) }) }),
    z.strictObject({ perUnit: perUnitSchema }),
    z.strictObject({ perFull: perFullSchema }),
    z.strictObject({ lesserOf: z.array(amount).min(2) }),
    z.strictObject({ greaterOf: z.array(amount).min(2) }),
    z.strictObject({ difference: z.tuple([amount, amount]) }),
    z.strictObject({
      prorated: z.strictObject({ amount: amount, limit: z.number().positive(), by: factNameSchema }),
    }),
    z.strictObject({ composite: z.strictObject({ parts: z.array(partSchema).min(1) }) }),
  ])
  .meta({ id: 'amount' });
