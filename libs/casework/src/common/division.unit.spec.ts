import { describe, expect, it } from '@jest/globals';
import { isDivision, liesIn } from './division.js';

describe('division', () => {
  it('has six digits', () => {
    expect(['350582', '3505', '35058a', ' 350582', '3505820'].map(isDivision)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['350582', '350500', true],
    ['350582', '350582', true],
    ['350582', '350000', true],
    ['350582', '350583', false],
    ['350582', '350600', false],
    ['350500', '350582', false],
    // A code that ends in 0 is not a city's: 350500 must not shrink to 3505 and 5.
    ['350530', '350530', true],
    ['350531', '350530', false],
  ])('%s lies in %s: %s', (division, area, expected) => {
    expect(liesIn(division, area)).toBe(expected);
  });
});
