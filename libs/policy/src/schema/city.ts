import { z } from 'zod';

import { dateSchema } from './primitives.js';

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

const departmentSchema = z.strictObject({
  name: z.string().min(1),
  /** Whose department it is; the city's where it is left out. */
  of: codeSchema.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** Departments with whose work it goes on from its first day. */
  follows: z.array(z.string().min(1)).min(1).optional(),
  source: z.string().min(1).optional(),
});

/** `cities/<code>.yaml`: what a city adds to the standard's divisions, and its departments with their dates. */
export const cityFileSchema = z.strictObject({
  city: codeSchema,
  zones: z.array(zoneSchema).optional(),
  departments: z.array(departmentSchema).optional(),
});
export type CityFile = z.infer<typeof cityFileSchema>;

export const CITY_WORDS: readonly string[] = [cityFileSchema, zoneSchema, departmentSchema].flatMap((schema) =>
  Object.keys(schema.shape),
);
