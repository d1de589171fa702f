import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fen, ratio } from '@duixian/money';

import { lowerTo, owedByLevels, splitBetweenLevels } from './levels.js';

const HALF = [ratio(1n, 2n), ratio(1n, 2n)] as const;
const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(fen);

describe('city and county', () => {
  it('give the odd fen to the city', () => {
    expect(splitBetweenLevels(fen(101n), HALF)).toEqual({ city: 51n, county: 50n });
  });

  it('owe their shares less what each granted', () => {
    const shares = splitBetweenLevels(fen(300n), HALF);
    expect(owedByLevels(fen(300n), shares, { total: fen(100n), county: fen(100n) })).toEqual({
      city: 150n,
      county: 50n,
    });
  });

  it('lower the county first where one level granted more than its share', () => {
    const shares = splitBetweenLevels(fen(300n), HALF);
    const cityAhead = { total: fen(200n), county: fen(0n) };
    expect(owedByLevels(fen(300n), shares, cityAhead)).toEqual({ city: 0n, county: 100n });
    const countyAhead = { total: fen(280n), county: fen(280n) };
    expect(owedByLevels(fen(300n), shares, countyAhead)).toEqual({ city: 20n, county: 0n });
  });

  it('never pass the entitlement, granted and due together', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (entitlement, city, county) => {
        const owed = owedByLevels(entitlement, splitBetweenLevels(entitlement, HALF), {
          total: fen(city + county),
          county,
        });
        const due = owed.city + owed.county;
        expect(due === 0n || due + city + county <= entitlement).toBe(true);
        expect(owed.city >= 0n && owed.county >= 0n).toBe(true);
      }),
    );
  });

  it('take a later cut off the county, then off the city', () => {
    const levels = { city: fen(150n), county: fen(50n) };
    expect(lowerTo(levels, fen(500n))).toEqual(levels);
    expect(lowerTo(levels, fen(160n))).toEqual({ city: 150n, county: 10n });
    expect(lowerTo(levels, fen(100n))).toEqual({ city: 100n, county: 0n });
  });
});
