import { describe, expect, it } from '@jest/globals';
import { subjectKeyOf } from './subject-key.js';
import { mayLookLike, subjectLookOf } from './subject-look.js';

describe('the look of a subject', () => {
  it.each([
    '场景甲（升级版）',
    '场景甲 升级版',
    '场景甲（第一期）',
    '场景甲二期',
    '场景甲V2',
    '场景甲 V2.0',
    '“场景甲”',
    '场景甲项目',
    '场景甲（升级版）二期',
  ])('of %s is that of 场景甲', (subject) => expect(subjectLookOf(subject)).toBe(subjectLookOf('场景甲')));

  it.each([
    ['AI质检应用场景', 'ａｉ 质检应用场景'],
    ['鞋面AI质检场景', '鞋面AI质检场景（第一期）'],
    ['AI质检应用场景', '人工智能质检应用场景'],
    ['鞋面AI质检', '鞋面人工智能技术质检系统'],
    ['AI质检应用场景', '基于AI质检应用场景'],
    ['鞋面质检', '面向鞋面质检项目'],
  ])('of %s is that of %s', (one, other) => {
    const look = subjectLookOf(one) ?? '';
    expect(subjectLookOf(other)).toBe(look);
    expect([one, other].map((each) => mayLookLike(subjectKeyOf(each), look))).toEqual([true, true]);
  });

  it('differs where the matter does, and is never lost', () => {
    expect(subjectLookOf('场景甲')).not.toBe(subjectLookOf('场景乙'));
    expect(subjectLookOf('基于')).toBe('基于');
    expect(subjectLookOf('V2')).toBe('V2');
    expect(subjectLookOf('——')).toBeNull();
  });
});
