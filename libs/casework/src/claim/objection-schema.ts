import { z } from 'zod';
import { plainDateSchema } from '../common/plain-date.js';
import type { ClaimStatus } from './claim-status.js';

/** Who objects (异议人): a person under the real name, or a unit with its seal (单位加盖公章). */
export const OBJECTOR_KINDS = ['person', 'unit'] as const;
export type ObjectorKind = (typeof OBJECTOR_KINDS)[number];

/** Why an objection is a hint (线索) only, and stops nothing: 匿名, 未盖公章, 逾期, 已下达拨付. */
export const HINT_REASONS = ['anonymous', 'unsealed', 'late', 'instructed'] as const;
export type HintReason = (typeof HINT_REASONS)[number];

/** What follows on an objection that is upheld: 重新审核, 重新核定, 退回补正, 不予通过. */
export const UPHELD_STEPS = ['review', 'determination', 'resubmission', 'rejection'] as const;
export type UpheldStep = (typeof UPHELD_STEPS)[number];

/** Where each of them leads. */
export const UPHELD_LEADS_TO: Readonly<Record<UpheldStep, ClaimStatus>> = {
  review: 'accepted',
  determination: 'reviewed',
  resubmission: 'returned',
  rejection: 'rejected',
};

/** Who objects, as far as it can be recognised; the whole is kept outside the log, and can be erased. */
const objectorSchema = z.object({
  kind: z.enum(OBJECTOR_KINDS),
  /** `林**` */
  name: z.string(),
  /** `*******0000` */
  phone: z.string(),
  /** SHA-256 of the whole with a random salt that stands beside it and is erased with it. */
  hash: z.string(),
});
export type ObjectorMask = z.infer<typeof objectorSchema>;

const statedSchema = z.object({
  /** Its id: that of the command which recorded it, and of the row with who objects. */
  objection: z.string(),
  /** Day on which the window received it. */
  receivedOn: plainDateSchema,
  what: z.string(),
  /** Which papers are named for it, in the objector's words; null where none are. */
  evidence: z.string().nullable(),
});

export const objectionRaisedSchema = statedSchema.extend({
  by: objectorSchema,
  /** Working days that the rule gives to the lead department, and the last of them. */
  workingDays: z.int(),
  answerBy: plainDateSchema,
  /** By published schedules, or cautiously in a year without one. */
  counted: z.enum(['schedule', 'cautious']),
});

export const objectionNotedSchema = statedSchema.extend({
  /** Null where nobody says. */
  by: objectorSchema.nullable(),
  why: z.enum(HINT_REASONS),
});

const answeredSchema = z.object({ objection: z.string(), reason: z.string() });

export const objectionDismissedSchema = answeredSchema.extend({
  /** Day by which the next one that is still open is answered; null where none is, and the claim goes on. */
  nextAnswerBy: plainDateSchema.nullable(),
});

/** The row with who objects was removed, on his request; mask and hash in the log remain and prove nothing any more. */
export const objectorErasedSchema = z.object({ objection: z.string(), reason: z.string() });

export const objectionUpheldSchema = answeredSchema.extend({ then: z.enum(UPHELD_STEPS) });
