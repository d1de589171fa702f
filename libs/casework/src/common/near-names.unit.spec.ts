import { describe, expect, it } from '@jest/globals';
import { areNearNames } from './near-names.js';

describe('two names', () => {
  it.each([
    ['福建云岭云计算有限公司', '云岭云计算有限公司'],
    ['云岭云计算有限公司', '云岭云计算有限公司泉州分公司'],
    ['厦门鹭云科技有限公司', '厦门鹭芸科技有限公司'],
    ['厦门鹭云科技有限公司', '厦门鹭云科有限公司'],
  ])('are near that differ by a part or by a slip of the pen: %s, %s', (one, other) => {
    expect([areNearNames(one, other), areNearNames(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['福州云岭云计算有限公司', '厦门鹭云科技有限公司'],
    // One, whatever brackets and legal form are written.
    ['云岭（福州）云计算有限公司', '云岭(福州)云计算股份有限公司'],
    ['甲方', '乙方'],
    ['云岭', '福州云岭云计算有限公司'],
    ['——', '云岭'],
  ])('are not near that are others, or the same: %s, %s', (one, other) => {
    expect([areNearNames(one, other), areNearNames(other, one)]).toEqual([false, false]);
  });
});
