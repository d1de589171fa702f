import { jsonObjectSchema, type JsonObject } from '@duixian/casework';
import { badInput } from '../../graphql/errors.js';
import type { JsonObjectInput } from '../../graphql/scalars/json-object.js';

/** Data that an event can hold. @throws GraphQLError `BAD_USER_INPUT` */
export function jsonObject(input: JsonObjectInput): JsonObject {
  const parsed = jsonObjectSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw badInput('data', { zh: '数据应为 JSON 对象。', en: 'The data have to be a JSON object.' });
}
