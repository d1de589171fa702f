import { z } from 'zod';
import { bilingualSchema } from '@duixian/policy';
import { plainDateSchema } from '../../common/plain-date.js';

/**
 * Whether a field could have been named in an earlier notice (一次性告知): `first` where it could not, `late` where it stood
 * there as it stands now and nobody named it, `again` where it was named as it stands now.
 */
export const TOLD = ['first', 'late', 'again'] as const;
export type Told = (typeof TOLD)[number];

const returnItemSchema = z.object({
  /** See {@link statedFields}. */
  field: z.string(),
  /** What people called the field then. */
  label: bilingualSchema,
  /** What is wrong with it, and what is wanted. */
  wrong: z.string(),
  wanted: z.string(),
  told: z.enum(TOLD),
});
export type ReturnItem = z.infer<typeof returnItemSchema>;

const answerDueSchema = z.object({
  /** Counted from the day after the return. */
  workingDays: z.int(),
  answerBy: plainDateSchema,
  /** `cautious` where a year on the way had no published schedule. */
  counted: z.enum(['schedule', 'cautious']),
});

/** 退回补正: all that is to be corrected, told at once. */
export const returnedSchema = z.object({
  /** A remark on the whole; null where the items say it all. */
  reason: z.string().nullable(),
  items: z.array(returnItemSchema),
  /** Null of what was returned before there was a limit for the answer. */
  due: answerDueSchema.nullable(),
  /** Why something that could have been told earlier was not, or is asked again; null where nothing is. */
  lateReason: z.string().nullable(),
  /** Of a window that returns it since papers that were to follow are overdue; left out where the status says whose it is. */
  office: z.literal('clerk').exactOptional(),
});
export type Returned = z.infer<typeof returnedSchema>;

/** What the enterprise says of a field that it leaves as it is, or of one that it changed. */
export const returnAnswerSchema = z.object({ field: z.string(), text: z.string() });
export type ReturnAnswer = z.infer<typeof returnAnswerSchema>;
