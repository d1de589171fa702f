import { z } from 'zod';

import { bilingualSchema } from './primitives.js';

/** Steps at which a register can be asked: 受理, 核定, 下达拨付. */
export const REGISTER_STEPS = ['acceptance', 'determination', 'instruction'] as const;
export type RegisterStep = (typeof REGISTER_STEPS)[number];

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'registerId');

/** Whose officials keep a register, or clear a hit: a role in an office of the city, and of one department where it is named. */
const registerOfficeSchema = z.strictObject({
  role: z.enum(['clerk', 'reviewer', 'finance']),
  department: z.string().min(1).optional(),
});
export type RegisterOffice = z.infer<typeof registerOfficeSchema>;

const clearingGroundSchema = z.strictObject({ id: idSchema, name: bilingualSchema });
export type ClearingGround = z.infer<typeof clearingGroundSchema>;

/** In a city's file: a register of those who must not be paid (失信、处罚、欠税、禁止申报). */
export const registerRuleSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema,
  /** The rule by which whoever stands on it is not paid. */
  source: z.string().min(1),
  /** Where a claim is held. */
  asked: z.array(z.enum(REGISTER_STEPS)).min(1),
  /** How long a row holds from its day, in years, as a ban after fraud does; as long as it is listed where it is left out. */
  years: z.int().min(1).max(50).optional(),
  /** Who imports its editions and agrees to them. */
  keptBy: registerOfficeSchema,
  /** Who clears a hit. */
  clearedBy: registerOfficeSchema,
  /** The reasons for which it is cleared. */
  grounds: z.array(clearingGroundSchema).min(1),
});
export type RegisterRule = z.infer<typeof registerRuleSchema>;

export const REGISTER_WORDS: readonly string[] = [
  registerRuleSchema,
  registerOfficeSchema,
  clearingGroundSchema,
].flatMap((schema) => Object.keys(schema.shape));
