import { z } from 'zod';
import { bilingual } from '../api/shapes.js';

/** A pool of money or a quota of places of one measure and year, over all enterprises. */
export const programme = z.object({
  id: z.string(),
  measure: z.object({ id: z.string(), title: bilingual }),
  year: z.number(),
  kind: z.enum(['POOL', 'QUOTA']),
  /** Yuan of a pool, places of a quota. */
  ceiling: z.string(),
  reserved: z.string(),
  paid: z.string(),
});
export type Programme = z.infer<typeof programme>;

export const programmeFields = 'id measure { id title { zh en } } year kind ceiling reserved paid';
