import { agreedSchema } from '@duixian/casework';
import { z } from 'zod';

/** How a notice reaches the contact: 电话、上门、书面、邮件. */
export const NOTICE_WAYS = ['telephone', 'visit', 'letter', 'mail'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** How the waiting time was counted: not at all, by published schedules, or cautiously in a year without one. */
export const WAITING_COUNTS = ['none', 'schedule', 'cautious'] as const;
export type WaitingCount = (typeof WAITING_COUNTS)[number];

/** Fields of the event that the contact was told of a proposal, by the means and with the words stated. */
export const noticeGivenSchema = z.object({ proposal: z.string(), how: z.enum(NOTICE_WAYS), note: z.string() });
/** Fields of the event by which a second person agrees, and the waiting time begins. */
export const changeAgreedSchema = agreedSchema.extend({ waiting: z.enum(WAITING_COUNTS) });
