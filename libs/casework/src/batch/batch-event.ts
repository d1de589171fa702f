import { z } from 'zod';
import { namedBatchSchema, paperSchema } from '../claim/route-schema.js';
import { eventSchema } from '../common/event-schema.js';

const ofBatchSchema = z.object({
  policy: z.string(),
  /** Its id begins with the document's: see {@link policyOfBatch}. */
  batch: namedBatchSchema,
  /** Numbers of the claims of which it is. */
  claims: z.array(z.string()).min(1),
});

export const batchEventSchema = z.discriminatedUnion('type', [
  // The first of a batch opens it.
  eventSchema('ClaimsGathered', ofBatchSchema.extend({ measure: z.string() })),
  eventSchema('BatchSplit', ofBatchSchema.extend({ reason: z.string() })),
  // Nothing joins or leaves it after that.
  eventSchema('BatchMinuted', ofBatchSchema.extend({ opinion: z.string(), paper: paperSchema })),
]);

/** What happens to the batches of a document (批次), in the stream `batches-<policy>`; each claim has its own event beside it. */
export type BatchEvent = z.infer<typeof batchEventSchema>;

/** How a batch is named in a city: by its document and the command that opened it. */
export function batchId(policy: string, commandId: string): string {
  return `${policy}/${commandId}`;
}

/** The document of a batch, by its id; null when the text is no batch's id. */
export function policyOfBatch(id: string): string | null {
  const slash = id.lastIndexOf('/');
  return slash < 1 ? null : id.slice(0, slash);
}
