import { z } from 'zod';

import { dateSchema } from './primitives.js';
import { REGISTER_WORDS, registerRuleSchema } from './registers.js';
import { takeBackRuleSchema } from './take-back.js';
import { LIMIT_WORDS, limitRuleSchema, superiorSchema } from './time-limits.js';
import { correctionRuleSchema, followingRuleSchema, WINDOW_WORDS } from './window-rules.js';

const codeSchema = z.string().regex(/^\d{6}$/, 'division');

const zoneSchema = z.strictObject({
  code: codeSchema,
  name: z.string().min(1),
  /** What it lies in; the city where it is left out. */
  in: codeSchema.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  successors: z.array(codeSchema).min(1).optional(),
  source: z.string().min(1),
});
export type ZoneEntry = z.infer<typeof zoneSchema>;

/** Of an office, as people dial it: 0595-12345678, 12345. */
const telephoneSchema = z.string().regex(/^\d[\d-]{2,19}$/);

const departmentSchema = z.strictObject({
  name: z.string().min(1),
  /** Whose department it is; the city's where it is left out. */
  of: codeSchema.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** Departments with whose work it goes on from its first day. */
  follows: z.array(z.string().min(1)).min(1).optional(),
  /** Whom to call at it; the city's where it is left out. */
  telephone: telephoneSchema.optional(),
  source: z.string().min(1).optional(),
});

/** `cities/<code>.yaml`: what a city adds to the standard's divisions, its departments with their dates, its time limits, what its windows go by, and its registers. */
export const cityFileSchema = z.strictObject({
  city: codeSchema,
  /** Where people call who know no other number of its offices, such as 12345. */
  telephone: telephoneSchema.optional(),
  zones: z.array(zoneSchema).optional(),
  departments: z.array(departmentSchema).optional(),
  /** Time limits in working days (时限). */
  limits: z.array(limitRuleSchema).optional(),
  /** To whom what is overdue is reported (上报). */
  superiors: z.array(superiorSchema).optional(),
  /** How long an enterprise has to correct what was returned to it (补正期限). */
  correction: correctionRuleSchema.optional(),
  /** Which papers may be handed in after the acceptance (容缺受理). */
  mayFollow: z.array(followingRuleSchema).optional(),
  /** Lists of those who must not be paid (失信、处罚、欠税、禁止申报). */
  registers: z.array(registerRuleSchema).optional(),
  /** How long an official may take a step of his own back (收回). */
  takeBack: takeBackRuleSchema.optional(),
});
export type CityFile = z.infer<typeof cityFileSchema>;

export const CITY_WORDS: readonly string[] = [
  ...[cityFileSchema, zoneSchema, departmentSchema, takeBackRuleSchema].flatMap((schema) => Object.keys(schema.shape)),
  ...LIMIT_WORDS,
  ...WINDOW_WORDS,
  ...REGISTER_WORDS,
];
