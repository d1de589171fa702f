import { describe, expect, it } from '@jest/globals';
import { loweringsFrom } from './lowerings.js';

const says = (zh: string) => ({ zh, en: zh });

describe('the way from what was asked for down to the amount', () => {
  it('accounts for the whole difference, step by step', () => {
    const trace = [
      { text: says('区划'), outcome: 'met' },
      { text: says('计算'), outcome: '115200.00' },
      { text: says('年度上限'), outcome: '100000.00' },
      { text: says('此前已拨'), outcome: '42400.00' },
      { text: says('结果'), outcome: '42400.00' },
    ];
    expect(loweringsFrom('120000.00', trace)).toEqual([
      { text: says('计算'), from: '120000.00', to: '115200.00' },
      { text: says('年度上限'), from: '115200.00', to: '100000.00' },
      { text: says('此前已拨'), from: '100000.00', to: '42400.00' },
    ]);
  });

  it('is empty when the clause comes to what was asked for or more', () => {
    expect(loweringsFrom('5000.00', [{ text: says('计算'), outcome: '6000.00' }])).toEqual([]);
  });

  it('compares sums, not texts', () => {
    expect(loweringsFrom('1000.00', [{ text: says('计算'), outcome: '999.00' }])).toHaveLength(1);
  });
});
