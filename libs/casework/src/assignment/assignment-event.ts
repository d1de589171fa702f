import { z } from 'zod';
import { namedOfficialSchema, type NamedOfficial } from '../common/actor.js';
import { eventSchema } from '../common/event-schema.js';

/** Who looks after a claim in the office where it lies, as he was called then. */
export type Assignee = NamedOfficial;

export const assignmentEventSchema = z.discriminatedUnion('type', [
  // 领取、分派; to nobody, it is put back (退回科室). Over with the next step on the claim.
  eventSchema('ClaimAssigned', z.object({ claim: z.string(), to: namedOfficialSchema.nullable() })),
]);

/** Who is to look after a claim, in the stream `assignment-<claim>`: no step on it, and nothing that a step asks for. */
export type AssignmentEvent = z.infer<typeof assignmentEventSchema>;
