import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { KeyColumn, KeysetOrder } from '../database/keyset.js';
import { badInput } from './errors.js';

/** Values of a row's sort key, each as the text that PostgreSQL reads it from. */
type Key = readonly string[];

const LONG_MAX = 2n ** 63n - 1n;
const INT_MAX = 2n ** 31n - 1n;

/** What stands in a cursor: list, order, the types of the key, and the key. For this server alone to read. */
const content = z.tuple([z.string(), z.string(), z.string(), z.array(z.string())]);

/** Whether a text is a value that a column of the type can be compared with. */
const FITS: Readonly<Record<KeyColumn['type'], (text: string) => boolean>> = {
  text: (text) => !/[\0\p{Cs}]/u.test(text),
  date: (text) => !text.startsWith('0000') && z.iso.date().safeParse(text).success,
  bigint: (text) => isWhole(text, LONG_MAX),
  int: (text) => isWhole(text, INT_MAX),
};

/** Opaque text of a row's place in a list. */
export function cursorOf(order: KeysetOrder, key: Key): string {
  return Buffer.from(JSON.stringify([order.list, order.name, typesOf(order), key])).toString('base64url');
}

/** The key of a cursor of this list in this order. @throws GraphQLError `BAD_USER_INPUT` for any other. */
export function parseCursor(cursor: string, order: KeysetOrder, field: 'after' | 'before'): Key {
  const read = content.safeParse(jsonOf(cursor));
  if (!read.success) throw noCursor(field);
  const [list, name, types, key] = read.data;
  if (list !== order.list || name !== order.name)
    throw ofAnother(`${list} ${name}`, `${order.list} ${order.name}`, field);
  const fits = key.length === order.key.length && order.key.every(({ type }, index) => FITS[type](key[index] ?? ''));
  if (types !== typesOf(order) || !fits) throw noCursor(field);
  return key;
}

function typesOf({ key }: KeysetOrder): string {
  return key.map(({ type }) => type).join(' ');
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

function isWhole(text: string, max: bigint): boolean {
  if (!/^-?\d{1,19}$/.test(text)) return false;
  const value = BigInt(text);
  return value >= -max && value <= max;
}

function noCursor(field: string): GraphQLError {
  return badInput(field, {
    zh: '游标无效：请原样使用同一列表、同一排序返回的游标，或从第一页重新开始。',
    en: 'This cursor is none of this list in this order: pass one on as you received it, or begin at the first page.',
  });
}

/** Names are shown only as far as they are plain, since whoever made the cursor up chose them. */
function ofAnother(stated: string, wanted: string, field: string): GraphQLError {
  const other = /^[\w ]{1,60}$/.test(stated) ? stated : '?';
  return badInput(field, {
    zh: `该游标属于另一列表或排序（${other}），本列表为${wanted}：请使用本列表返回的游标，或从第一页重新开始。`,
    en: `This cursor belongs to ${other}, the list asked for is ${wanted}: pass on one of its own, or begin at its first page.`,
  });
}
