import { z } from 'zod';
import { bilingual, money } from '../api/shapes.js';

/** A pool of money or a quota of places of one measure and year, over all enterprises. */
export const programme = z.object({
  id: z.string(),
  measure: z.object({ id: z.string(), title: bilingual }),
  year: z.number(),
  pool: z.object({ ceiling: money, reserved: money, paid: money, remaining: money }).nullable(),
  quota: z.object({ ceiling: z.number(), reserved: z.number(), paid: z.number(), remaining: z.number() }).nullable(),
});
export type Programme = z.infer<typeof programme>;

export const programmeFields = `
  id measure { id title { zh en } } year
  pool { ceiling reserved paid remaining } quota { ceiling reserved paid remaining }`;
