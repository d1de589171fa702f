import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  applyRatio,
  compareRatios,
  decimalOf,
  fen,
  parseDecimal,
  ratio,
  roundHalfUp,
  splitByShares,
  sum,
} from './index.js';

const amounts = fc.bigInt({ min: 0n, max: 10n ** 17n }).map(fen);

describe('exact numbers', () => {
  it.each([
    ['12.50', 1250n, 100n],
    ['-3', -3n, 1n],
    ['0.6', 6n, 10n],
  ])('reads %s', (text, num, den) => expect(parseDecimal(text)).toEqual({ num, den }));

  it.each(['', '.5', '5.', '1e3', '+1', ' 1', '1/2', '--1'])('refuses %p', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  it.each([
    [0.1, '0.1'],
    [100.5, '100.5'],
    [1e-7, '0.0000001'],
    [2.5e21, '2500000000000000000000'],
    [-0, '0'],
  ])('takes %p for the decimal that it is written as', (value, text) => {
    const [exact, expected] = [decimalOf(value), parseDecimal(text)];
    expect(exact !== null && expected !== null && compareRatios(exact, expected)).toBe(0);
  });

  it.each([NaN, Infinity])('takes %p for no number', (value) => expect(decimalOf(value)).toBeNull());

  it('refuses a denominator of zero', () => expect(() => ratio(1n, 0n)).toThrow(RangeError));
});

describe('rounding', () => {
  it.each([
    [ratio(5n, 10n), 1n],
    [ratio(49n, 100n), 0n],
    [ratio(15n, 10n), 2n],
    [ratio(7n), 7n],
  ])('goes half-up', (exact, expected) => expect(roundHalfUp(exact)).toBe(expected));

  it('is never further off than half a fen', () => {
    const rates = fc.record({ num: fc.bigInt({ min: 0n, max: 10_000n }), den: fc.bigInt({ min: 1n, max: 10_000n }) });
    fc.assert(
      fc.property(amounts, rates, (amount, rate) => {
        const twiceOff = 2n * (applyRatio(amount, rate) * rate.den - amount * rate.num);
        expect(twiceOff).toBeGreaterThan(-rate.den);
        expect(twiceOff).toBeLessThanOrEqual(rate.den);
      }),
    );
  });
});

describe('splitByShares', () => {
  it('adds up to the fen, and gives all but the last their share rounded down', () => {
    const shares = fc.array(fc.bigInt({ min: 1n, max: 100n }), { minLength: 1, maxLength: 4 }).map((parts) =>
      parts.map((part) =>
        ratio(
          part,
          parts.reduce((a, b) => a + b),
        ),
      ),
    );
    fc.assert(
      fc.property(amounts, shares, (amount, given) => {
        const parts = splitByShares(amount, given);
        expect(sum(parts)).toBe(amount);
        given.slice(0, -1).forEach(({ num, den }, index) => expect(parts[index]).toBe((amount * num) / den));
      }),
    );
  });
});
