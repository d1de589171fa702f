import type { LimitedStep } from '@duixian/policy';
import { z } from 'zod';
import { plainDateSchema } from '../../common/plain-date.js';
import type { ClaimStatus } from '../claim-status.js';

/** Why an office may stop the clock (暂停计时): 现场核查, 专家评审. What else pauses it follows from the claim's status. */
export const SUSPENSION_GROUNDS = ['inspection', 'experts'] as const;
export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];

export const clockSuspendedSchema = z.object({
  ground: z.enum(SUSPENSION_GROUNDS),
  /** The rule that lets the clock stop, as it is cited: 《…办法》第十二条. */
  basis: z.string(),
  reason: z.string(),
  /** Last day on which it stands, then it goes on by itself; left out by those who stopped it while there was no such day. */
  until: plainDateSchema.exactOptional(),
});

/** 超期上报: what was due, and to whom it was reported. Recorded once for each limit that is passed. */
export const deadlineEscalatedSchema = z.object({
  limit: z.enum(['step', 'whole']),
  /** Which run of a step's limit it was, counted over the claim; null of the whole. */
  attempt: z.int().nullable(),
  dueOn: plainDateSchema,
  /** Who was to act: an office, and of a reviewer his department. */
  office: z.enum(['clerk', 'reviewer', 'finance', 'treasury']),
  department: z.string().nullable(),
  superior: z.object({
    name: z.string(),
    /** His user name; null where the city names none. */
    account: z.string().nullable(),
  }),
});
export type Escalation = z.infer<typeof deadlineEscalatedSchema>;

/** The step that a status waits for, as far as limits hang on it. */
export const STEP_IN: Readonly<Partial<Record<ClaimStatus, LimitedStep>>> = {
  submitted: 'acceptance',
  accepted: 'review',
  reviewed: 'determination',
  determined: 'publicity',
  publicised: 'instruction',
  instructed: 'payment',
};
