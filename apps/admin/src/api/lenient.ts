import { z } from 'zod';

/** A filter that the address bar may hold; one that is malformed there is left out, not sent. */
export function lenient<Value>(schema: z.ZodType<Value>): z.ZodType<Value | undefined> {
  return schema.optional().catch(undefined);
}

export const lenientText = lenient(z.string().trim().min(1));

/** The filters that are set, from what stands in the address bar. */
export function filterFrom<Filter extends object>(schema: z.ZodType<Filter>, filter: unknown): Partial<Filter> {
  const parsed = schema.safeParse(filter ?? {});
  if (!parsed.success) return {};
  const set: Partial<Filter> = { ...parsed.data };
  for (const key of keysOf(set)) if (set[key] === undefined) delete set[key];
  return set;
}

function keysOf<Filter extends object>(filter: Filter): (keyof Filter)[] {
  const keys: (keyof Filter)[] = [];
  for (const key in filter) keys.push(key);
  return keys;
}
