import { z } from 'zod';

/** What survives JSON; an event's data is made of it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

const jsonValueSchema: z.ZodType<JsonValue> = z.json();

/** A JSON object, whatever it says. */
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonValueSchema);
