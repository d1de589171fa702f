import { eventSchema, proposedSchema, refusedSchema, usccSchema, withdrawnSchema } from '@duixian/casework';
import { z } from 'zod';
import { changeAgreedSchema, noticeGivenSchema } from './change-event.js';

/** An account as the log knows it: recognisable, and no use to whoever reads it. */
export const accountRefSchema = z.object({
  /** The proposal by which it came on record; also the key of the erasable row that holds the whole. */
  proposal: z.string(),
  bank: z.string(),
  cnaps: z.string(),
  /** `6222 **** **** 1234` */
  mask: z.string(),
  /** SHA-256 of the whole account with a random salt that stands beside the whole number and is erased with it. */
  hash: z.string(),
});
export type AccountRef = z.infer<typeof accountRefSchema>;

export const accountEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'AccountChangeProposed',
    proposedSchema.extend({
      uscc: usccSchema,
      account: accountRefSchema,
      /** Why the holder is not the enterprise; null where it is. */
      holderReason: z.string().nullable(),
      /** Other enterprises that have, or propose, the same number. */
      sharedWith: z.array(z.string()),
    }),
  ),
  eventSchema('AccountNoticeGiven', noticeGivenSchema),
  eventSchema('AccountChangeAgreed', changeAgreedSchema),
  eventSchema('AccountChangeRefused', refusedSchema),
  eventSchema('AccountChangeWithdrawn', withdrawnSchema),
  // Found where release 0.1 kept it: stated by one clerk, agreed to by nobody, and so never paid to.
  eventSchema('BankAccountTakenOver', z.object({ proposal: z.string(), uscc: usccSchema, account: accountRefSchema })),
]);

/** What happens to an enterprise's bank account, in the stream `account-<uscc>`. */
export type AccountEvent = z.infer<typeof accountEventSchema>;
