import { z } from 'zod';

/** A filter that the address bar may hold; one that is malformed there is left out, not sent. */
export function lenient<Value>(schema: z.ZodType<Value>): z.ZodType<Value | undefined> {
  return schema.optional().catch(undefined);
}

export const lenientText = lenient(z.string().trim().min(1));

/** The filters that are set, from what stands in the address bar. */
export function filterFrom<Filter>(schema: z.ZodType<Filter>, filter: unknown): Filter {
  return schema.parse(typeof filter === 'object' && filter !== null ? filter : {});
}
