import { describe, expect, it } from '@jest/globals';
import { lookOf } from './look.js';

describe('the look of a name', () => {
  it.each([
    ['泉州青石智算有限公司', '泉州青石智算有限责任公司'],
    ['泉州青石智算有限公司', '泉州青石智算股份有限公司'],
    ['泉州青石（集团）有限公司', '泉州青石(集团)有限公司'],
    ['泉州青石 智算有限公司', '泉州青石　智算有限公司'],
    ['ＡＣＭＥ科技有限公司', 'acme科技有限公司'],
    ['ACME科技有限公司', 'АСМЕ科技有限公司'],
    ['O2科技有限公司', '02科技有限公司'],
    ['青石1号有限公司', '青石l号有限公司'],
    ['巳未科技有限公司', '己末科技有限公司'],
    ['東華網絡有限公司', '东华网絡有限公司'],
    ['雲嶺鐵塔有限公司', '云岭铁塔有限公司'],
    ['青石·智算有限公司', '青石智算有限公司'],
  ])('%s looks like %s', (one, other) => {
    expect(lookOf(one)).toBe(lookOf(other));
  });

  it.each([
    ['泉州青石智算有限公司', '泉州青岩智算有限公司'],
    ['泉州青石智算有限公司', '漳州青石智算有限公司'],
    ['青石1号有限公司', '青石3号有限公司'],
    ['青石集团有限公司', '青石有限公司'],
  ])('%s does not look like %s', (one, other) => {
    expect(lookOf(one)).not.toBe(lookOf(other));
  });

  it('of a name with nothing but its legal form is that form, and of one without any letter none', () => {
    expect(lookOf('有限公司')).toBe('有限公司');
    expect(lookOf('——（）')).toBeNull();
  });
});
