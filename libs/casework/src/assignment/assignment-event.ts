import { z } from 'zod';
import { eventSchema } from '../common/event-schema.js';

/** Who looks after a claim in the office where it lies, as he was called then. */
const assigneeSchema = z.object({ userId: z.string(), username: z.string(), displayName: z.string() });
export type Assignee = z.infer<typeof assigneeSchema>;

export const assignmentEventSchema = z.discriminatedUnion('type', [
  // 领取、分派; to nobody, it is put back (退回科室). Over with the next step on the claim.
  eventSchema('ClaimAssigned', z.object({ claim: z.string(), to: assigneeSchema.nullable() })),
]);

/** Who is to look after a claim, in the stream `assignment-<claim>`: no step on it, and nothing that a step asks for. */
export type AssignmentEvent = z.infer<typeof assignmentEventSchema>;
