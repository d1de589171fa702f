import { z } from 'zod';
import { bilingual, money } from '../api/shapes.js';

const grantedSums = z.object({ granted: money, reserved: money, paid: money, city: money, county: money });

/** What one enterprise was granted on the basis of one measure in one year, and what counts against its cap. */
export const yearlyTotal = z.object({
  id: z.string(),
  measure: z.object({ id: z.string(), title: bilingual }),
  year: z.number(),
  granted: money,
  counted: grantedSums,
  cap: money.nullable(),
});
export type YearlyTotal = z.infer<typeof yearlyTotal>;

export const yearlyTotalFields =
  'id measure { id title { zh en } } year granted counted { granted reserved paid city county } cap';
