import { z } from 'zod';
import { plainDateSchema } from '../common/plain-date.js';

/** On what an office agrees to a claim (附条件同意): its determination answers it. */
export const conditionSchema = z.object({
  /** Tells it from the claim's others: `review`, `first-review`, `step-<key of the step>`. */
  key: z.string(),
  text: z.string(),
  /** Who agreed on it, as he was called then, and his department. */
  by: z.string(),
  department: z.string().nullable(),
  on: plainDateSchema,
});
export type ClaimCondition = z.infer<typeof conditionSchema>;

/** A condition that is met, as the determination says it, and in what way. */
export const metConditionSchema = conditionSchema.extend({ reason: z.string() });
export type MetCondition = z.infer<typeof metConditionSchema>;
