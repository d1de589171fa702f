import { z } from 'zod';

import { quotesSchema } from './primitives.js';

export const publicityUnitSchema = z.enum(['days', 'workingDays']);
/** In what the length of a publicity is counted: days of the calendar, or 工作日. */
export type PublicityUnit = z.infer<typeof publicityUnitSchema>;

/** Longest publicity that anybody may ask for, in either unit. */
export const PUBLICITY_MAX = 60;

/** Working days within which an objection is answered, where nobody says otherwise. */
export const OBJECTION_DAYS = 5;

/** Working days within which the lead department answers an objection (异议); {@link OBJECTION_DAYS} where it is left out. */
const answerWithin = z.int().min(1).max(PUBLICITY_MAX).optional();

const least = z.int().min(1).max(PUBLICITY_MAX);

/**
 * How long a determination is shown (公示) at the least: in the document's own words, or by a rule of the city, which is
 * named. It stands in the policy, so that whoever changes it changes a version, to which two persons agree.
 */
export const publicitySchema = z
  .union([
    z.strictObject({ least, unit: publicityUnitSchema, answerWithin, quote: quotesSchema }),
    z.strictObject({ least, unit: publicityUnitSchema, answerWithin, source: z.string().min(1) }),
  ])
  .meta({ id: 'publicity' });
