import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fen, formatYuan, formatYuanGrouped, parseYuan } from './index.js';

describe('parseYuan', () => {
  it.each([
    ['0', 0n],
    ['0.00', 0n],
    ['0.5', 50n],
    ['12.05', 1_205n],
    ['007.10', 710n],
    ['150000.00', 15_000_000n],
    ['90071992547409.91', 9_007_199_254_740_991n],
    ['1000000000000000.01', 100_000_000_000_000_001n],
  ])('reads %s', (text, expected) => expect(parseYuan(text)).toBe(expected));

  it.each(['', '.', '.5', '5.', '1.005', '-1', '+1', '1e3', ' 1', '1 ', '1,000', '１', '0x10', 'NaN', '1'.repeat(17)])(
    'refuses %p',
    (text) => expect(parseYuan(text)).toBeNull(),
  );
});

describe('formatYuan', () => {
  it('is read back as the same amount, up to the last yuan of sixteen digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (amount) => {
        expect(parseYuan(formatYuan(fen(amount)))).toBe(amount);
      }),
    );
  });

  it.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [100n, '1.00'],
    [-1_205n, '-12.05'],
    [10n ** 17n + 1n, '1000000000000000.01'],
  ])('writes %s fen', (amount, expected) => expect(formatYuan(fen(amount))).toBe(expected));

  it('groups the thousands for people', () => {
    expect(formatYuanGrouped(fen(123_456_789n))).toBe('1,234,567.89');
    expect(formatYuanGrouped(fen(12_345n))).toBe('123.45');
  });
});
