import { z } from 'zod';
import { namedOfficialSchema } from '../common/actor.js';
import { eventSchema } from '../common/event-schema.js';

/** One claim, or all that concerns an enterprise: one of the two is null. */
const matterSchema = z.object({ claim: z.string().nullable(), uscc: z.string().nullable() });

export const recusalEventSchema = z.discriminatedUnion('type', [
  // 回避: by himself, or by order of whoever recorded it.
  eventSchema(
    'RecusalDeclared',
    matterSchema.extend({ recusal: z.string(), official: namedOfficialSchema, reason: z.string() }),
  ),
  // 解除回避: by another one than the official.
  eventSchema(
    'RecusalLifted',
    matterSchema.extend({ recusal: z.string(), official: namedOfficialSchema, reason: z.string() }),
  ),
]);

/** In what an official takes no part, in the stream `recusal-<user id of the official>`. */
export type RecusalEvent = z.infer<typeof recusalEventSchema>;
