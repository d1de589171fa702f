import {
  agreedSchema,
  eventSchema,
  proposedSchema,
  refusedSchema,
  usccSchema,
  withdrawnSchema,
} from '@duixian/casework';
import { z } from 'zod';

/** How a notice reaches the contact: 电话、上门、书面、邮件. */
export const NOTICE_WAYS = ['telephone', 'visit', 'letter', 'mail'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** How the waiting time was counted: not at all, by published schedules, or cautiously in a year without one. */
export const WAITING_COUNTS = ['none', 'schedule', 'cautious'] as const;
export type WaitingCount = (typeof WAITING_COUNTS)[number];

/** An account as the log knows it: recognisable, and no use to whoever reads it. */
export const accountRefSchema = z.object({
  /** The proposal by which it came on record. */
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
  // The enterprise's contact was told, by the means and with the words stated.
  eventSchema('AccountNoticeGiven', z.object({ proposal: z.string(), how: z.enum(NOTICE_WAYS), note: z.string() })),
  eventSchema('AccountChangeAgreed', agreedSchema.extend({ waiting: z.enum(WAITING_COUNTS) })),
  eventSchema('AccountChangeRefused', refusedSchema),
  eventSchema('AccountChangeWithdrawn', withdrawnSchema),
]);

/** What happens to an enterprise's bank account, in the stream `account-<uscc>`. */
export type AccountEvent = z.infer<typeof accountEventSchema>;
