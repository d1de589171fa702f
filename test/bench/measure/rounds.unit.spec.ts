import { describe, expect, it } from '@jest/globals';
import { quantile } from './median.js';
import { inPairs, inTurns, type Contender } from './rounds.js';

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

describe('a comparison side by side', () => {
  it('answers the median of the ratios of neighbours, who take turns in beginning', async () => {
    let order = '';
    const contender =
      (name: string, ...rates: number[]): Contender =>
      () => {
        order += name;
        return Promise.resolve(rates.shift() ?? NaN);
      };

    const pair = await inPairs(contender('a', 1, 9, 4, 90), contender('b', 1, 10, 5, 100), 3);

    expect(order).toBe('ab' + 'ab' + 'ba' + 'ab');
    expect(pair).toEqual({ ours: 9, theirs: 10, ratio: 0.9 });
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
