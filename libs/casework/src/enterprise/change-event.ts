import { z } from 'zod';
import { eventSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { agreedSchema, proposedSchema, refusedSchema, withdrawnSchema } from '../common/proposal.js';
import { usccSchema } from '../common/uscc.js';

/** How an enterprise ends: a new code, a merger or a split hand what it was granted on; 注销 and 吊销 end it for good. */
export const CLOSINGS = ['recoded', 'merged', 'split', 'cancelled', 'revoked'] as const;
export type Closing = (typeof CLOSINGS)[number];

/** 更名, and all that ends it. */
export const ENTERPRISE_CHANGES = ['renamed', ...CLOSINGS] as const;
export type EnterpriseChangeKind = (typeof ENTERPRISE_CHANGES)[number];

export const changeSchema = z.object({
  kind: z.enum(ENTERPRISE_CHANGES),
  /** First day on which it holds. */
  on: plainDateSchema,
  /** The new name; null unless it is renamed. */
  name: z.string().nullable(),
  /** Who goes on in its place; none when it is renamed, cancelled or revoked. */
  successors: z.array(usccSchema),
});
/** What happened to an enterprise beside its moves. */
export type EnterpriseChange = z.infer<typeof changeSchema>;

const correctionSchema = z.object({
  /** The proposal by which the change came on record. */
  corrects: z.string(),
  /** The change as it stood before. */
  change: changeSchema,
  /** The day from which on it held in truth; null where it never came about. */
  on: plainDateSchema.nullable(),
});

export const closureSchema = z.object({
  how: z.enum(CLOSINGS),
  on: plainDateSchema,
  successors: z.array(usccSchema),
});
/** The end of an enterprise. */
export type Closure = z.infer<typeof closureSchema>;

export const changeEventSchemas = [
  eventSchema('EnterpriseChangeProposed', proposedSchema.extend({ uscc: usccSchema, change: changeSchema })),
  // Stands beside the EnterpriseRenamed or EnterpriseClosed that it brings about.
  eventSchema('EnterpriseChangeAgreed', agreedSchema),
  eventSchema('EnterpriseChangeRefused', refusedSchema),
  eventSchema('EnterpriseChangeWithdrawn', withdrawnSchema),
  eventSchema(
    'EnterpriseRenamed',
    z.object({ uscc: usccSchema, was: z.string(), name: z.string(), on: plainDateSchema }),
  ),
  eventSchema('EnterpriseClosed', closureSchema.extend({ uscc: usccSchema })),
  // In the stream of each successor.
  eventSchema(
    'EnterpriseSucceeded',
    z.object({ uscc: usccSchema, predecessor: usccSchema, how: z.enum(CLOSINGS), on: plainDateSchema }),
  ),
  // Answered as a change is: EnterpriseChangeAgreed stands before the EnterpriseChangeCorrected that it brings about.
  eventSchema('ChangeCorrectionProposed', proposedSchema.extend({ uscc: usccSchema, ...correctionSchema.shape })),
  eventSchema('EnterpriseChangeCorrected', z.object({ uscc: usccSchema, ...correctionSchema.shape })),
  // In the stream of each successor: of another day, or it does not go on in that one's place (null).
  eventSchema(
    'SuccessionCorrected',
    z.object({ uscc: usccSchema, predecessor: usccSchema, on: plainDateSchema.nullable() }),
  ),
] as const;
