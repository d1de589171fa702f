import { z } from 'zod';

import { dateSchema } from './primitives.js';

/** Steps that a limit may hang on, in the order of the work: 受理, 审核, 核定, 公示, 下达拨付, 支付. */
export const LIMITED_STEPS = ['acceptance', 'review', 'determination', 'publicity', 'instruction', 'payment'] as const;
export type LimitedStep = (typeof LIMITED_STEPS)[number];

/** What a rule may keep out of the count: 补正, 现场核查, 专家评审, 公示, 异议答复. */
export const PAUSES = ['correction', 'inspection', 'experts', 'publicity', 'objection'] as const;
export type Pause = (typeof PAUSES)[number];

/** Kinds of measure by how they are honoured: 即申即享, 承诺兑现, 快申快享, 免申即享. */
export const LIMIT_KINDS = ['immediate', 'promised', 'fast', 'automatic'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** Longest limit that a rule may set, in working days. */
export const LIMIT_MAX = 250;
const daysSchema = z.int().min(1).max(LIMIT_MAX);

const stepLimitSchema = z.strictObject({
  /** One step, or several that share the days. */
  of: z.array(z.enum(LIMITED_STEPS)).min(1),
  /** Working days. */
  days: daysSchema,
});

/** Limits in working days as a claim carries them from its submission on. */
export const timeLimitsSchema = z.object({
  kind: z.enum(LIMIT_KINDS),
  /** From the submission to the payment (承诺时限). */
  whole: daysSchema,
  steps: z.array(stepLimitSchema),
  /** How many working days before the last one it is reminded of. */
  remind: z.int().min(0).max(LIMIT_MAX),
  pauses: z.array(z.enum(PAUSES)),
  /** Working days for which offices may stop the clock of a claim that lies with them; left out by rules of before: {@link STOP_DAYS}. */
  stop: daysSchema.exactOptional(),
  source: z.string(),
});
export type TimeLimits = z.infer<typeof timeLimitsSchema>;

/** Working days for which the clock may be stopped where the rule does not say it. */
export const STOP_DAYS = 20;

/** What each kind sets where the rule does not say otherwise. */
export const LIMIT_PRESETS: Readonly<Record<LimitKind, Omit<TimeLimits, 'kind' | 'source' | 'stop'>>> = {
  immediate: { whole: 2, steps: [], remind: 1, pauses: [...PAUSES] },
  promised: { whole: 5, steps: [], remind: 1, pauses: [...PAUSES] },
  fast: { whole: 60, steps: [], remind: 5, pauses: [...PAUSES] },
  automatic: {
    whole: 4,
    steps: [
      { of: ['acceptance', 'review'], days: 2 },
      { of: ['determination', 'publicity', 'instruction'], days: 1 },
      { of: ['payment'], days: 1 },
    ],
    remind: 0,
    pauses: [...PAUSES],
  },
};

/** In a city's file: the limits of some of its measures, or of all others. */
export const limitRuleSchema = z.strictObject({
  kind: z.enum(LIMIT_KINDS),
  /** Documents or clauses by their ids; all others where it is left out. */
  for: z.array(z.string().min(1)).min(1).optional(),
  /** First day of submission for which it holds; any where it is left out. */
  from: dateSchema.optional(),
  source: z.string().min(1),
  whole: daysSchema.optional(),
  steps: z.array(stepLimitSchema).optional(),
  remind: z.int().min(0).max(LIMIT_MAX).optional(),
  pauses: z.array(z.enum(PAUSES)).optional(),
  stop: daysSchema.optional(),
});
export type LimitRule = z.infer<typeof limitRuleSchema>;

/** In a city's file: to whom what is overdue at an office is reported (上报). */
export const superiorSchema = z.strictObject({
  office: z.enum(['clerk', 'reviewer', 'finance', 'treasury']),
  /** Of a reviewer: whose; all others where it is left out. */
  department: z.string().min(1).optional(),
  /** Whose office: code of a county. Left out, a department is the city's own, and anything else also any county's. */
  of: z
    .string()
    .regex(/^\d{6}$/, 'division')
    .optional(),
  /** As people call him: 王知远（分管领导）. */
  name: z.string().min(1),
  /** His user name here; what is reported to him then stands on his dashboard. */
  account: z.string().min(1).optional(),
});
export type Superior = z.infer<typeof superiorSchema>;

export const LIMIT_WORDS: readonly string[] = [limitRuleSchema, stepLimitSchema, superiorSchema].flatMap((schema) =>
  Object.keys(schema.shape),
);
