import { z } from 'zod';

import { dateSchema } from './primitives.js';
import { LIMIT_MAX } from './time-limits.js';

const daysSchema = z.int().min(1).max(LIMIT_MAX);

/** Working days in which an enterprise answers what it is asked to correct (补正期限), where its city says nothing. */
export const CORRECTION_DAYS = 10;

/** In a city's file: how long an enterprise has to correct what was returned to it. */
export const correctionRuleSchema = z.strictObject({
  /** Working days. */
  days: daysSchema,
  source: z.string().min(1),
});
export type CorrectionRule = z.infer<typeof correctionRuleSchema>;

/** Kinds of paper that a city may let follow. An invoice may not: it bears the sums that are reckoned. */
export const FOLLOWING_KINDS = ['contract', 'certificate', 'recognition'] as const;
export type FollowingKind = (typeof FOLLOWING_KINDS)[number];

/** In a city's file: which papers of a clause may be handed in after its acceptance (容缺受理). */
export const followingRuleSchema = z.strictObject({
  kinds: z.array(z.enum(FOLLOWING_KINDS)).min(1),
  /** Documents or clauses by their ids; all others where it is left out. */
  for: z.array(z.string().min(1)).min(1).optional(),
  /** First day of acceptance for which it holds; any where it is left out. */
  from: dateSchema.optional(),
  /** Working days within which they are handed in. */
  days: daysSchema,
  source: z.string().min(1),
});
export type FollowingRule = z.infer<typeof followingRuleSchema>;

export const WINDOW_WORDS: readonly string[] = [correctionRuleSchema, followingRuleSchema].flatMap((schema) =>
  Object.keys(schema.shape),
);
