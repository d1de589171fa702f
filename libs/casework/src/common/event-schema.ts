import { z } from 'zod';
import { parseYuan, type Fen } from '@duixian/money';
import { eventMetaSchema } from './actor.js';
import { plainDateSchema } from './plain-date.js';

/** Yuan with two decimals, never negative: `150000.00`. */
export const yuanSchema = z.string().regex(/^\d+\.\d{2}$/);

export const divisionSchema = z.string().regex(/^\d{6}$/);

/** An event of one type and schema version, as stored; what else the log keeps of it is left aside. */
export type EventSchema<Type extends string, Data extends z.ZodType, Version extends number = 1> = z.ZodObject<{
  type: z.ZodLiteral<Type>;
  schemaVersion: z.ZodLiteral<Version>;
  occurredOn: typeof plainDateSchema;
  data: Data;
  meta: typeof eventMetaSchema;
}>;

export function eventSchema<Type extends string, Data extends z.ZodType>(
  type: Type,
  data: Data,
): EventSchema<Type, Data> {
  return eventSchemaAt(1, type, data);
}

/** The same, of a type whose data has changed its shape: older versions reach this one through upcasters. */
export function eventSchemaAt<Type extends string, Data extends z.ZodType, Version extends number>(
  schemaVersion: Version,
  type: Type,
  data: Data,
): EventSchema<Type, Data, Version> {
  return z.object({
    type: z.literal(type),
    schemaVersion: z.literal(schemaVersion),
    occurredOn: plainDateSchema,
    data,
    meta: eventMetaSchema,
  });
}

/** Fen of yuan that a schema let through. @throws RangeError for anything else. */
export function fenOf(yuan: string): Fen {
  const amount = parseYuan(yuan);
  if (amount === null) throw new RangeError(`${yuan} is no amount of yuan.`);
  return amount;
}
