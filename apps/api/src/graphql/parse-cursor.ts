import { createHash } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { KeyColumn, KeysetOrder } from '../database/keyset.js';
import type { At } from '../log/at.js';
import { badInput } from './errors.js';

/** Values of a row's sort key, each as the text that PostgreSQL reads it from. */
type Key = readonly string[];

const LONG_MAX = 2n ** 63n - 1n;
const INT_MAX = 2n ** 31n - 1n;

/**
 * What stands in a cursor: list, order, the types of the key, the key, a digest of the filter, and the position of the log
 * (null where the list is not made of it) with whether it was asked for as of then. For this server alone to read.
 */
const content = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.array(z.string()),
  z.string(),
  z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable(),
  z.boolean(),
]);

const DIGEST_LENGTH = 12;

/** The list, its order and its filter. */
interface Listed {
  readonly order: KeysetOrder;
  readonly filter: object;
}

/** Whether a text is a value that a column of the type can be compared with. */
const FITS: Readonly<Record<KeyColumn['type'], (text: string) => boolean>> = {
  text: (text) => !/[\0\p{Cs}]/u.test(text),
  date: (text) => !text.startsWith('0000') && z.iso.date().safeParse(text).success,
  bigint: (text) => isWhole(text, LONG_MAX),
  int: (text) => isWhole(text, INT_MAX),
};

/** Opaque text of a row's place in a list. */
export function cursorOf({ order, filter }: Listed, at: At | null, key: Key): string {
  const position = at?.position.toString() ?? null;
  const says = [order.list, order.name, typesOf(order), key, digestOf(filter), position, at?.isPast ?? false];
  return Buffer.from(JSON.stringify(says)).toString('base64url');
}

/** The key of a cursor of this list, order and filter. @throws GraphQLError `BAD_USER_INPUT` for any other. */
export function parseCursor(cursor: string, { order, filter }: Listed, field: 'after' | 'before'): Key {
  const read = content.safeParse(jsonOf(cursor));
  if (!read.success) throw noCursor(field);
  const [list, name, types, key, digest] = read.data;
  if (list !== order.list || name !== order.name)
    throw ofAnother(`${list} ${name}`, `${order.list} ${order.name}`, field);
  const fits = key.length === order.key.length && order.key.every(({ type }, index) => FITS[type](key[index] ?? ''));
  if (types !== typesOf(order) || !fits) throw noCursor(field);
  if (digest !== digestOf(filter)) throw ofAnotherFilter(field);
  return key;
}

/** The position that a cursor's list stands at; null when it is no cursor, or of a list that is not made of the log. */
export function positionOfCursor(cursor: string): Pick<At, 'position' | 'isPast'> | null {
  const read = content.safeParse(jsonOf(cursor));
  const position = read.success ? read.data[5] : null;
  return position === null ? null : { position: BigInt(position), isPast: read.data?.[6] ?? false };
}

/** What is not stated narrows nothing. */
function digestOf(filter: object): string {
  const stated = Object.entries(filter)
    .filter(([, value]) => value != null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(stated)).digest('base64url').slice(0, DIGEST_LENGTH);
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

function ofAnotherFilter(field: string): GraphQLError {
  return badInput(field, {
    zh: '该游标属于另一筛选条件：请使用本筛选条件下返回的游标，或从第一页重新开始。',
    en: 'This cursor belongs to another filter: pass on one of this list with this filter, or begin at its first page.',
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
