import { z } from 'zod';
import { namedOfficialSchema } from '../common/actor.js';
import { eventSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';

export const delegationEventSchema = z.discriminatedUnion('type', [
  // 委托代办: from one day to another, both included; for some clauses only, or for all where none is named.
  eventSchema(
    'DelegationGiven',
    z.object({
      delegation: z.string(),
      to: namedOfficialSchema,
      from: plainDateSchema,
      until: plainDateSchema,
      measures: z.array(z.string()).nullable(),
      reason: z.string(),
    }),
  ),
  // Before its last day, by either of the two or an administrator.
  eventSchema('DelegationEnded', z.object({ delegation: z.string(), reason: z.string() })),
]);

/** Who stands in for an official while he is away, in the stream `delegation-<user id of the official>`. */
export type DelegationEvent = z.infer<typeof delegationEventSchema>;
