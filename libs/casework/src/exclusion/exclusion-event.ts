import { z } from 'zod';
import { bilingualNameSchema } from './bilingual-name.js';
import { eventSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { usccSchema } from '../common/uscc.js';

/** A row of an edition of a register, by the register, the edition and its place in the file, from 1. */
const rowRefSchema = z.object({
  register: z.string(),
  proposal: z.string(),
  row: z.int().min(1),
  uscc: usccSchema,
});

export const exclusionEventSchema = z.discriminatedUnion('type', [
  // Counts while its edition is in force.
  eventSchema(
    'EnterpriseListed',
    rowRefSchema.extend({
      /** As the list has it. */
      name: z.string(),
      /** Why it is listed (事由). */
      matter: z.string(),
      /** Number of the judgment or decision (文书号). */
      decision: z.string().nullable(),
      /** Day of that decision, from which a ban of years is counted. */
      on: plainDateSchema.nullable(),
      /** Last day on which it holds, where the list says one. */
      until: plainDateSchema.nullable(),
    }),
  ),
  // 解除: claims are not held by this row any more; another row, or another edition, holds again.
  eventSchema(
    'ExclusionCleared',
    rowRefSchema.extend({
      /** One of the register's grounds, as it was called then. */
      ground: z.object({ id: z.string(), name: bilingualNameSchema }),
      reason: z.string(),
      /** The office in which it was cleared: who took part in a claim in another one clears nothing for that claim. */
      capacity: z.enum(['clerk', 'reviewer', 'finance']),
    }),
  ),
]);

/** On which registers an enterprise stands, in the stream `exclusion-<uscc>`. */
export type ExclusionEvent = z.infer<typeof exclusionEventSchema>;
export type EnterpriseListed = Extract<ExclusionEvent, { type: 'EnterpriseListed' }>;
