import { describe, expect, it } from '@jest/globals';
import { readYuan } from './read-yuan.js';

describe('an amount as typed', () => {
  it.each([
    ['120万', '1200000.00'],
    ['１２０ 万元', '1200000.00'],
    ['1,200,000', '1200000.00'],
    ['1.2亿', '120000000.00'],
    ['12.345678万', '123456.78'],
    ['0.5', '0.50'],
  ])('%s is understood as %s', (typed, yuan) => expect(readYuan(typed)).toBe(yuan));

  it.each(['约120万', '120万左右', '1.005', '0.0000001万', '十二万', '-5', '', '万'])('%p is no amount', (typed) => {
    expect(readYuan(typed)).toBeNull();
  });
});
