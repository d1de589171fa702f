import { z } from 'zod';
import { bilingual, money } from '../api/shapes.js';

/** What one enterprise was granted under one measure in one year. */
export const yearlyTotal = z.object({
  id: z.string(),
  measure: z.object({ id: z.string(), title: bilingual }),
  year: z.number(),
  granted: money,
  reserved: money,
  paid: money,
  city: money,
  county: money,
  cap: money.nullable(),
});
export type YearlyTotal = z.infer<typeof yearlyTotal>;

export const yearlyTotalFields = 'id measure { id title { zh en } } year granted reserved paid city county cap';
