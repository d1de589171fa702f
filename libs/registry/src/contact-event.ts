import { eventSchema, proposedSchema, refusedSchema, usccSchema, withdrawnSchema } from '@duixian/casework';
import { z } from 'zod';
import { changeAgreedSchema, noticeGivenSchema } from './change-event.js';

/** A contact that can be recognised and not used. */
const contactMaskSchema = z.object({
  /** `林**` */
  name: z.string(),
  /** `*******0000` */
  phone: z.string(),
  /** `l***@example.cn`; null where none was stated. */
  email: z.string().nullable(),
});
export type ContactMask = z.infer<typeof contactMaskSchema>;

/** SHA-256 of the whole with a random salt that stands beside it and is erased with it. */
const hash = z.string();

export const contactEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'ContactChangeProposed',
    proposedSchema.extend({
      uscc: usccSchema,
      /** The one in force then; null where none was. */
      was: contactMaskSchema.nullable(),
      now: contactMaskSchema,
      hash,
    }),
  ),
  eventSchema('ContactNoticeGiven', noticeGivenSchema),
  eventSchema('ContactChangeAgreed', changeAgreedSchema),
  eventSchema('ContactChangeRefused', refusedSchema),
  eventSchema('ContactChangeWithdrawn', withdrawnSchema),
  // Until two persons were asked for, one clerk changed a contact, and it held at once. Read, and not recorded any more.
  eventSchema(
    'ContactChanged',
    z.object({
      uscc: usccSchema,
      /** Key of the erasable row that holds the whole. */
      contact: z.string(),
      /** Null for the first. */
      was: contactMaskSchema.nullable(),
      now: contactMaskSchema,
      hash,
    }),
  ),
  // Found where release 0.1 kept it without an event. It holds, and is changed like any other.
  eventSchema('ContactTakenOver', z.object({ uscc: usccSchema, contact: z.string(), now: contactMaskSchema, hash })),
  // Personal data was erased, the past with the present; hashes and masks in the log remain and prove nothing any more.
  eventSchema('ContactErased', z.object({ uscc: usccSchema })),
]);

/** What happens to what is known of an enterprise's contact, in the stream `contact-<uscc>`. */
export type ContactEvent = z.infer<typeof contactEventSchema>;
