import { z } from 'zod';
import { namedOfficialSchema } from '../common/actor.js';
import { eventSchema } from '../common/event-schema.js';

export const commentEventSchema = z.discriminatedUnion('type', [
  // 批注, with the colleagues to whom it is shown on their start pages (@).
  eventSchema(
    'CommentWritten',
    z.object({ claim: z.string(), comment: z.string(), text: z.string(), mentions: z.array(namedOfficialSchema) }),
  ),
  // By its author: nobody is shown the text any more, and the log keeps it.
  eventSchema('CommentWithdrawn', z.object({ claim: z.string(), comment: z.string() })),
  // 已阅: somebody has read the comments in which he is mentioned.
  eventSchema('MentionRead', z.object({ claim: z.string(), comments: z.array(z.string()).min(1) })),
]);

/**
 * What officials say to each other of a claim, in the stream `comments-<claim>`: no step on it, and nothing that a step
 * asks for.
 */
export type CommentEvent = z.infer<typeof commentEventSchema>;
