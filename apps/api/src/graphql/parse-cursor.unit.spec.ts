import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import type { KeysetOrder } from '../database/keyset.js';
import type { At } from '../log/at.js';
import { cursorOf, parseCursor, positionOfCursor } from './parse-cursor.js';

const BY_DAY: KeysetOrder = {
  list: 'claims',
  name: 'SUBMITTED_ON DESC',
  key: [
    { sql: 'c.submitted_on', type: 'date' },
    { sql: 'c.id', type: 'text' },
  ],
  descending: true,
};
const BY_AMOUNT: KeysetOrder = {
  ...BY_DAY,
  name: 'REQUESTED_AMOUNT DESC',
  key: [
    { sql: 'c.requested', type: 'bigint' },
    { sql: 'c.year', type: 'int' },
  ],
};

const AT: At = {
  position: 1024n,
  isComplete: true,
  isPast: true,
  today: '2026-08-03',
  lastDay: '2026-08-03',
  behind: 0n,
};

function cursorIn(order: KeysetOrder, key: readonly string[], filter: object = {}): string {
  return cursorOf({ order, filter }, AT, key);
}

/** What the cursor is refused with. */
function refusalOf(cursor: string, order = BY_DAY, filter: object = {}): GraphQLError {
  try {
    parseCursor(cursor, { order, filter }, 'after');
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('a cursor', () => {
  it('leads back to its key', () => {
    const key = ['2026-08-03', '350500-2025-7K3M9QAB'];

    expect(parseCursor(cursorIn(BY_DAY, key), { order: BY_DAY, filter: {} }, 'after')).toEqual(key);
    expect(parseCursor(cursorIn(BY_AMOUNT, ['-1', '2025']), { order: BY_AMOUNT, filter: {} }, 'after')).toEqual([
      '-1',
      '2025',
    ]);
  });

  it.each([
    ['another order', { ...BY_DAY, name: 'SUBMITTED_ON ASC' }, 'claims SUBMITTED_ON ASC'],
    ['another list', { ...BY_DAY, list: 'payments' }, 'payments SUBMITTED_ON DESC'],
  ])('of %s is refused by name', (_, order, name) => {
    const refusal = refusalOf(cursorIn(order, ['2026-08-03', 'a']));

    expect(refusal.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
    expect(refusal.message).toContain(name);
    expect(refusal.message).toContain('claims SUBMITTED_ON DESC');
  });

  it.each([
    ['a day that is none', BY_DAY, ['2026-02-30', 'a']],
    ['the year 0', BY_DAY, ['0000-01-01', 'a']],
    ['an amount as a day', BY_DAY, ['100', 'a']],
    ['NUL', BY_DAY, ['2026-08-03', 'a\0']],
    ['half of a surrogate pair', BY_DAY, ['2026-08-03', 'a\ud800']],
    ['too few values', BY_DAY, ['2026-08-03']],
    ['too many', BY_DAY, ['2026-08-03', 'a', 'b']],
    ['more than a bigint', BY_AMOUNT, ['9223372036854775808', '1']],
    ['more than an int', BY_AMOUNT, ['1', '2147483648']],
    ['no number', BY_AMOUNT, ['1e3', '1']],
  ])('with %s is refused', (_, order, key) => {
    expect(refusalOf(cursorIn(order, key), order).extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each(['', 'x', Buffer.from('null').toString('base64url'), Buffer.from('["claims"]').toString('base64url')])(
    'that is none (%p) is refused',
    (text) => expect(refusalOf(text).extensions.code).toBe('BAD_USER_INPUT'),
  );

  it('leads back to the position of its list', () => {
    expect(positionOfCursor(cursorIn(BY_DAY, ['2026-08-03', 'a']))).toEqual({ position: 1024n, isPast: true });
    expect(positionOfCursor(cursorOf({ order: BY_DAY, filter: {} }, null, ['2026-08-03', 'a']))).toBeNull();
    expect(positionOfCursor('x')).toBeNull();
  });

  it('of another filter is refused, whatever its order; what narrows nothing is no filter', () => {
    const cursor = cursorIn(BY_DAY, ['2026-08-03', 'a'], { year: 2025, status: ['paid'] });
    const same = { status: ['paid'], held: null, year: 2025 };

    expect(parseCursor(cursor, { order: BY_DAY, filter: same }, 'after')).toEqual(['2026-08-03', 'a']);
    expect(refusalOf(cursor, BY_DAY, { year: 2025 }).extensions).toMatchObject({ field: 'after' });
  });

  it('made for columns of other types is refused', () => {
    const order: KeysetOrder = {
      ...BY_DAY,
      key: [{ sql: 'c.x', type: 'text' }, BY_DAY.key[1] ?? { sql: '', type: 'text' }],
    };

    expect(refusalOf(cursorIn(order, ['2026-08-03', 'a'])).extensions.code).toBe('BAD_USER_INPUT');
  });
});
