import { describe, expect, it } from '@jest/globals';
import { comparePath, isClaimNumber, pairIn } from './compare-path.js';

const LEFT = '350500-2025-G05CP7ZA';
const RIGHT = '350500-2026-2HFVN4R3';

describe('the address of two claims side by side', () => {
  it('is read as it is written, with one or both of them', () => {
    for (const pair of [
      { left: LEFT, right: RIGHT },
      { left: LEFT, right: null },
      { left: null, right: RIGHT },
    ]) {
      expect(pairIn(comparePath(pair).slice('/compare'.length))).toEqual(pair);
    }
  });

  it('takes a number as people type it', () => {
    expect(pairIn(`?left=%20350500-2025-g05cp7za%20&right=`)).toEqual({ left: LEFT, right: null });
  });

  it('keeps what is no number, which is not asked for', () => {
    const { left, right } = pairIn(`?left=${encodeURIComponent("1' OR '1'='1")}&right=${'9'.repeat(5_000)}`);
    expect([left, right].map(isClaimNumber)).toEqual([false, false]);
    expect(left).toBe("1' OR '1'='1");
    expect([LEFT, null, '', '350500-2025-G05CP7ZI'].map(isClaimNumber)).toEqual([true, false, false, false]);
  });
});
