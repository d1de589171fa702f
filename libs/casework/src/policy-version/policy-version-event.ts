import { z } from 'zod';
import { eventSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { agreedSchema, proposedSchema, refusedSchema, withdrawnSchema } from '../common/proposal.js';

/** One version of a policy: SHA-256 of its files, as determinations name it. */
const versionSchema = z.object({ policy: z.string(), version: z.string() });

/**
 * Why a version was put on record: something was decided by it for the first time; something that an earlier release
 * recorded names it, or rests on a clause of it; or it was found in the folder beside the version in use.
 */
const OCCASIONS = ['first-use', 'named-on-record', 'found-in-folder'] as const;

export const policyVersionEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'PolicyVersionRecorded',
    versionSchema.extend({
      occasion: z.enum(OCCASIONS),
      /** policy.yaml as it was. */
      yaml: z.string(),
      /** source.txt as it was. */
      text: z.string(),
    }),
  ),
  // An earlier release recorded claims by it and kept no copy, and the folder holds another one.
  eventSchema('PolicyVersionMissed', versionSchema.extend({ claims: z.int().min(1) })),
  eventSchema(
    'PolicyVersionProposed',
    proposedSchema.extend({ ...versionSchema.shape, from: plainDateSchema, reason: z.string() }),
  ),
  eventSchema('PolicyVersionAgreed', agreedSchema.extend({ ...versionSchema.shape, from: plainDateSchema })),
  eventSchema('PolicyVersionRefused', refusedSchema.extend(versionSchema.shape)),
  eventSchema('PolicyVersionWithdrawn', withdrawnSchema.extend(versionSchema.shape)),
]);

/** What happens to the versions of one policy, in the stream `policy-<id>` of its city. */
export type PolicyVersionEvent = z.infer<typeof policyVersionEventSchema>;
export type VersionOccasion = (typeof OCCASIONS)[number];
