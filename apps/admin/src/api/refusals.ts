import { z } from 'zod';
import { bilingual } from './shapes.js';

/** A "no" that a person can meet: a sentence that says what to do, and the field it is about, if it is about one. */
export const refusal = z.object({
  code: z.string(),
  message: bilingual,
  field: z.string().nullable(),
  /** One sentence per field, when the input itself was wrong. */
  problems: z.array(z.object({ field: z.string(), message: bilingual })).default([]),
});
export type Refusal = z.infer<typeof refusal>;

/** Selected from every command's result, beside the value. */
export const refusalFields = `
  ... on Refusal { code message { zh en } field ... on InvalidInput { problems { field message { zh en } } } }
`;

/** Either what the command brought about, or why it was refused. */
export type Outcome<Value> = { done: true; value: Value } | { done: false; refusal: Refusal };

/** The shape of a command's result: a union whose members other than the value are refusals. */
export function outcome<Value>(value: z.ZodType<Value>): z.ZodType<Outcome<Value>> {
  return z.union([
    refusal.transform((refused): Outcome<Value> => ({ done: false, refusal: refused })),
    value.transform((done): Outcome<Value> => ({ done: true, value: done })),
  ]);
}
