import { z } from 'zod';
import { eventSchema } from '../common/event-schema.js';
import { jsonObjectSchema } from '../common/json.js';
import { plainDateSchema } from '../common/plain-date.js';
import { agreedSchema, proposedSchema, refusedSchema, withdrawnSchema } from '../common/proposal.js';

/** All that an event says, as a correction restates it. */
const contentSchema = z.object({
  schemaVersion: z.int().min(1),
  occurredOn: plainDateSchema,
  data: jsonObjectSchema,
});

/** The event that is corrected: its place in the log, and what it was found to be. */
const targetSchema = z.object({ position: z.string(), event: z.string(), stream: z.string(), type: z.string() });

const personSchema = z.object({ userId: z.string(), username: z.string(), displayName: z.string() });

export const correctionEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'CorrectionProposed',
    proposedSchema.extend({ target: targetSchema, content: contentSchema, reason: z.string() }),
  ),
  // All that a reader of the corrected event needs, so that none has to look for the proposal.
  eventSchema(
    'CorrectionAgreed',
    agreedSchema.extend({ target: targetSchema, content: contentSchema, reason: z.string(), proposedBy: personSchema }),
  ),
  eventSchema('CorrectionRefused', refusedSchema.extend({ target: targetSchema })),
  eventSchema('CorrectionWithdrawn', withdrawnSchema.extend({ target: targetSchema })),
]);

/** What happens to the correction of one event, in the stream `correction-<event id>`. */
export type CorrectionEvent = z.infer<typeof correctionEventSchema>;
export type CorrectionContent = z.infer<typeof contentSchema>;
export type CorrectionTarget = z.infer<typeof targetSchema>;
export type Person = z.infer<typeof personSchema>;
