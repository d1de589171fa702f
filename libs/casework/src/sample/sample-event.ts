import { z } from 'zod';
import { eventSchema } from '../common/event-schema.js';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

const seedSchema = z.object({
  /** See `Chance`. */
  random: hex,
  position: z.string(),
  link: hex,
  /** What follows from them: see `seedOf`. */
  value: hex,
});

/** Claims among which was drawn, since one step asks for the same share of them. */
const drawnListSchema = z.object({
  /** Key of the step of their routes. */
  step: z.string(),
  /** Of a hundred claims, how many are drawn at least. */
  share: z.int().min(1).max(99),
  /** All of them, by their numbers. */
  of: z.array(z.string()),
  /** Those that were drawn, in the order of their lots. */
  drawn: z.array(z.string()),
  /** Those that take the step without a lot, since an earlier claim was drawn for it; left out where there are none. */
  before: z.array(z.object({ claim: z.string(), earlier: z.string() })).exactOptional(),
});
export type DrawnList = z.infer<typeof drawnListSchema>;

export const sampleDrawnSchema = z.object({
  /** The id of the command. */
  draw: z.string(),
  policy: z.string(),
  measure: z.string(),
  /** Id of the round whose claims they are; null of claims without a round. */
  round: z.string().nullable(),
  /** Position of the log up to which the claims were looked for. */
  at: z.string(),
  seed: seedSchema,
  lists: z.array(drawnListSchema).min(1),
});

/** A draw (复审抽取), in the stream `sample-<policy>`: whoever has the event draws the same claims again. */
export const sampleEventSchema = z.discriminatedUnion('type', [eventSchema('SampleDrawn', sampleDrawnSchema)]);
export type SampleEvent = z.infer<typeof sampleEventSchema>;

/** What a draw made of one claim, in the claim's own stream. */
export const claimSampledSchema = z.object({
  draw: z.string(),
  policy: z.string(),
  step: z.string(),
  share: z.int(),
  drawn: z.boolean(),
});
