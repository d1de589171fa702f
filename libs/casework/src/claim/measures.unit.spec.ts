import { describe, expect, it } from '@jest/globals';
import type { Measure } from '@duixian/policy';
import { catalogue } from '../spec/fixtures.spec.js';
import { isUnlimited, measureOf } from './measures.js';

const VOUCHER = measureOf(catalogue, 'zhangzhou-2024-2/2.voucher');
const LIMIT = { amount: '1000000.00', quote: '最高100万元' };

function limitedBy(limits: object): Measure {
  return { ...VOUCHER, clause: { ...VOUCHER.clause, limits } } as Measure;
}

describe('a measure that leaves the amount to the department', () => {
  it('is without a limit where neither a claim, nor a year, nor all years have one', () => {
    expect([VOUCHER, limitedBy({})].map(isUnlimited)).toEqual([true, true]);
    expect(['item', 'year', 'total'].map((kind) => isUnlimited(limitedBy({ [kind]: LIMIT })))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
