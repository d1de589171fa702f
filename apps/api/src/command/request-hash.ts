import { createHash } from 'node:crypto';
import type { Command } from '@duixian/casework';
import { badInput } from '../graphql/errors.js';

/** NUL and half of a surrogate pair: texts that PostgreSQL's jsonb cannot hold. */
const UNRECORDABLE = /[\0\p{Cs}]/u;

/**
 * SHA-256, in hexadecimal, of what is asked and by whom. The day is left out, so that a request repeated after midnight
 * is still the same one.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for a text that cannot be recorded.
 */
export function requestHashOf(name: string, command: Command): string {
  const { commandId, tenant, on, actor, ...asked } = command;
  return createHash('sha256')
    .update(canonical([name, actor.userId, asked]))
    .digest('hex');
}

/** JSON with the keys of objects in order; a bigint is written as its digits. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return each.toString();
    if (typeof each === 'string' && UNRECORDABLE.test(each)) throw unrecordable();
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function unrecordable(): Error {
  return badInput('input', {
    zh: '输入内容含有无法保存的控制字符，请删除后重试。',
    en: 'The input holds a control character that cannot be stored: remove it and try again.',
  });
}
