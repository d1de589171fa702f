import { z } from 'zod';

import { quotesSchema } from './primitives.js';

export const publicityUnitSchema = z.enum(['days', 'workingDays']);
/** In what the length of a publicity is counted: days of the calendar, or 工作日. */
export type PublicityUnit = z.infer<typeof publicityUnitSchema>;

/** Longest publicity that anybody may ask for, in either unit. */
export const PUBLICITY_MAX = 60;

const least = z.int().min(1).max(PUBLICITY_MAX);

/** How long a document says that a determination is shown (公示) at the least, in its own words. */
export const documentPublicitySchema = z.strictObject({ least, unit: publicityUnitSchema, quote: quotesSchema });

/** The same, as a city has it for documents that say nothing of it. */
export const cityPublicitySchema = z.strictObject({ least, unit: publicityUnitSchema, source: z.string().min(1) });
export type CityPublicity = z.infer<typeof cityPublicitySchema>;
