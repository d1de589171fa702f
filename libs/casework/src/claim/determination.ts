import { TRACE_STEP_KINDS, type ReasonCode } from '@duixian/policy';
import { z } from 'zod';
import { divisionSchema, yuanSchema } from '../common/event-schema.js';
import { metConditionSchema } from './condition-schema.js';
import { factsSchema } from './facts.js';

const REASONS = [
  'OUTSIDE_POLICY_PERIOD',
  'WRONG_JURISDICTION',
  'CONDITION_NOT_MET',
  'HIGHER_LEVEL_POLICY',
  'SCHEDULE_EXHAUSTED',
  'ITEM_CAP',
  'ENTERPRISE_TOTAL_CAP',
  'ENTERPRISE_YEAR_CAP',
  'ALREADY_GRANTED',
  'OVERLAP',
  'POOL_LIMIT',
  'QUOTA_EXHAUSTED',
] as const satisfies readonly ReasonCode[];

const traceStepSchema = z.object({
  step: z.enum(TRACE_STEP_KINDS),
  clause: z.object({ measure: z.string(), article: z.string(), quote: z.string() }),
  text: z.object({ zh: z.string(), en: z.string() }),
  formula: z.string(),
  inputs: z.record(z.string(), z.string()),
  outcome: z.string(),
  code: z.enum(REASONS).exactOptional(),
});

export const fundingLineSchema = z.object({ payer: divisionSchema, amount: yuanSchema, basis: z.string() });

/** What one treasury owes, and on which measure's legal basis. */
export type FundingLine = z.infer<typeof fundingLineSchema>;

/** One line that an enterprise was granted before, as `assess` takes it, and the claim that brought it. */
export const earlierGrantSchema = z.object({
  claim: z.string(),
  measure: z.string(),
  year: z.int(),
  subject: z.string().nullable(),
  payer: divisionSchema,
  amount: yuanSchema,
});
export type EarlierGrant = z.infer<typeof earlierGrantSchema>;

const programmeSchema = z.object({ poolUsed: yuanSchema, quotaUsed: z.int() });

/** What all enterprises together had used of the measure in the year. */
export type ProgrammeUse = z.infer<typeof programmeSchema>;

/** The decision on a claim with all that it rests on, so that the sum can be redone. */
export const determinationSchema = z.object({
  policyVersion: z.string(),
  /** 附条件同意: the conditions on which offices agreed, with what meets each; left out where there was none. */
  conditions: z.array(metConditionSchema).exactOptional(),
  year: z.int(),
  /** With the department's proposal, where there is one. */
  facts: factsSchema,
  eligible: z.boolean(),
  kind: z.enum(['grant', 'loan-limit']),
  amount: yuanSchema,
  lines: z.array(fundingLineSchema),
  subject: z.string().nullable(),
  reasons: z.array(z.enum(REASONS)),
  trace: z.array(traceStepSchema),
  /** Earlier grants that were taken into account. */
  history: z.array(earlierGrantSchema),
  /** Null where the measure has neither pool nor quota. */
  programme: programmeSchema.nullable(),
  /** Number of events of the enterprise's entitlement that the decision saw. */
  entitlementVersion: z.int(),
});
export type Determination = z.infer<typeof determinationSchema>;
