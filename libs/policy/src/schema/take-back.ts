import { z } from 'zod';

/** Hours in which an official takes back a step of his own (收回), where his city says nothing. */
export const TAKE_BACK_HOURS = 24;

const HOURS_MAX = 168;

/** In a city's file: how long an official may take back a step that nobody has acted on. */
export const takeBackRuleSchema = z.strictObject({
  /** Hours from its recording, weekends and nights included. */
  hours: z.int().min(1).max(HOURS_MAX),
  source: z.string().min(1),
});
export type TakeBackRule = z.infer<typeof takeBackRuleSchema>;
