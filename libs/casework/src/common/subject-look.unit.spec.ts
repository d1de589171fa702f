import { describe, expect, it } from '@jest/globals';
import { subjectLookOf } from './subject-look.js';

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
  ])('of %s is that of %s', (one, other) => expect(subjectLookOf(one)).toBe(subjectLookOf(other)));

  it('differs where the matter does, and is never lost', () => {
    expect(subjectLookOf('场景甲')).not.toBe(subjectLookOf('场景乙'));
    expect(subjectLookOf('V2')).toBe('V2');
    expect(subjectLookOf('——')).toBeNull();
  });
});
