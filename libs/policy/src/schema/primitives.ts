import { z } from 'zod';

/** A text in both languages of the product, Chinese first. */
export const bilingualSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).meta({
  id: 'bilingual',
  description: 'The same text in Chinese and in English',
});
export type Bilingual = z.infer<typeof bilingualSchema>;

/** Yuan as quoted in a policy, for instance '300000.00'. Never negative. */
export const moneySchema = z
  .string()
  .regex(/^\d{1,18}(\.\d{1,2})?$/, 'money')
  .meta({ id: 'money', description: "Yuan in quotes with at most two decimals: '300000.00'" });

/** A percentage: 30, or '0.6' where a binary fraction would not be exact. */
export const percentSchema = z
  .union([z.number().nonnegative('percent'), z.string().regex(/^\d{1,9}(\.\d{1,9})?$/, 'percent')])
  .meta({ id: 'percent', description: "A percentage: 30 or '0.6'" });

export const dateSchema = z.iso.date('date').meta({ id: 'date', description: 'YYYY-MM-DD' });

/** The name of a declared fact. */
export const factNameSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'factName')
  .meta({ id: 'factName', description: 'The name of a fact that this clause declares' });

/** `policy/article`, for instance quanzhou-2024-7/2. */
export const measureIdSchema = z.string().regex(/^[a-z0-9-]+\/[A-Za-z0-9.]+$/, 'measureId');

/** Words of the published text, as printed; white space, line breaks, page marks, `**` and `#` do not count. */
export const quotesSchema = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .meta({ id: 'quote', description: 'Words of the published text, as printed: one passage or several' });
export type Quotes = z.infer<typeof quotesSchema>;

/** The passages of a `quote`, however it was written. */
export function passages(quotes: Quotes | null | undefined): readonly string[] {
  if (quotes == null) return [];
  return typeof quotes === 'string' ? [quotes] : quotes;
}

/** Where the text is open to two readings: the one taken, the other, and why. */
export const interpretationSchema = z
  .strictObject({
    quote: quotesSchema.optional(),
    taken: bilingualSchema,
    other: bilingualSchema,
    why: bilingualSchema,
  })
  .meta({ id: 'interpretation' });
export type Interpretation = z.infer<typeof interpretationSchema>;
