import { eventSchema, usccSchema } from '@duixian/casework';
import { z } from 'zod';

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

export const contactEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'ContactChanged',
    z.object({
      uscc: usccSchema,
      /** Key of the erasable row that holds the whole. */
      contact: z.string(),
      /** Null for the first. */
      was: contactMaskSchema.nullable(),
      now: contactMaskSchema,
      /** SHA-256 of the whole with a random salt that stands beside it and is erased with it. */
      hash: z.string(),
    }),
  ),
  // Personal data was erased, the past with the present; hashes and masks in the log remain and prove nothing any more.
  eventSchema('ContactErased', z.object({ uscc: usccSchema })),
]);

/** What happens to what is known of an enterprise's contact, in the stream `contact-<uscc>`. */
export type ContactEvent = z.infer<typeof contactEventSchema>;
