import { bilingualSchema } from '@duixian/policy';
import { z } from 'zod';

/** Events of the steps that whoever took them may take back (收回), while nobody has acted after them. */
export const REVERSIBLE_EVENTS = ['ClaimAccepted', 'RouteStepTaken', 'ClaimFirstReviewed', 'ClaimReviewed'] as const;

/** 收回: a step counts no more, as if it had not been taken. */
export const stepTakenBackSchema = z.object({
  /** The type of the event that counts no more. */
  taken: z.enum(REVERSIBLE_EVENTS),
  /** What the step is called. */
  name: bilingualSchema,
  /** Its key on the route; null of an acceptance or a review. */
  step: z.string().nullable(),
  /** The office in which it was taken. */
  capacity: z.enum(['clerk', 'reviewer', 'finance']),
  /** The status to which the claim comes back. */
  leadsTo: z.enum(['submitted', 'accepted']),
  reason: z.string(),
});
export type StepTakenBack = z.infer<typeof stepTakenBackSchema>;
