import { describe, expect, it } from '@jest/globals';
import { quantile } from './median.js';
import { inTurns, type Contender } from './rounds.js';

describe('a comparison in turns', () => {
  it('lets everyone warm up, and begins each round with another one', async () => {
    const order: string[] = [];
    const contender =
      (name: string): Contender =>
      () =>
        Promise.resolve(order.push(name));

    await inTurns([contender('a'), contender('b')], 2);

    expect(order.join('')).toBe('ab' + 'ab' + 'ba');
  });

  it('answers the median of the rounds that count, in the order of the contenders', async () => {
    const contender = (...rates: number[]): Contender => {
      return () => Promise.resolve(rates.shift() ?? NaN);
    };

    const medians = await inTurns([contender(1, 7, 7, 7), contender(900, 4, 5, 1_000)], 3);

    expect(medians).toEqual([7, 5]);
  });
});

describe('a quantile', () => {
  it('lies between two values in proportion', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([0, 100], 0.99)).toBe(99);
  });

  it('is none of nothing', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});
