import { describe, expect, it } from '@jest/globals';
import { subjectKeyOf } from './subject-key.js';

describe('the canonical form of a subject', () => {
  it.each([
    'AI质检应用',
    'ai质检应用场景',
    'ＡＩ　质检应用场景',
    'AI 质检应用场景',
    '“AI质检应用场景”',
    '《AI质检应用场景》',
    '"AI质检应用场景"',
    '（AI质检）应用场景',
    'AI质检应用场景项目',
    'AI质检应用（场景）',
    'AI-质检·应用场景',
    '\u0410I质检应用场景',
    'AI质检应用系统',
    'AI\u200b质检应用产品',
    'AI質檢應用場景',
  ])('of %s is that of AI质检应用场景', (subject) => {
    expect(subjectKeyOf(subject)).toBe(subjectKeyOf('AI质检应用场景'));
  });

  it.each([
    '智慧园区二期',
    '智慧园区Ⅱ期',
    '智慧园区ⅱ期',
    '智慧园区II期',
    '智慧园区（第二期）',
    '智慧园区贰期',
    '智慧园区 第2期项目',
  ])('of %s is that of 智慧园区2期', (subject) => expect(subjectKeyOf(subject)).toBe(subjectKeyOf('智慧园区2期')));

  it.each([
    ['产线二十五号', '产线25号'],
    ['二〇二五示范', '2025示范'],
    ['一百零二车间', '102车间'],
    ['XIV号车间', '14号车间'],
    ['十号车间', '10号车间'],
    ['AIⅡ期', 'AI2期'],
    ['Ⅴ号车间', '5号车间'],
  ])('of %s is that of %s', (one, other) => expect(subjectKeyOf(one)).toBe(subjectKeyOf(other)));

  it('differs where the matter does', () => {
    const subjects = [
      ...['智慧园区', '智慧园区2期', '智慧园区3期', '智慧园区升级版', '智慧园区V2', '智慧园区V2.0', '智慧园区V20'],
      ...['VI设计', 'AI设计', 'X射线', '10射线', '车间1-2', '车间12'],
    ];
    expect(new Set(subjects.map(subjectKeyOf)).size).toBe(subjects.length);
  });

  it('is never lost, and reading it again changes nothing', () => {
    for (const subject of ['项目', '系统平台', '——', '二', 'Ⅹ', '“AI质检”项目', '智慧园区（第二期）', 'V2.0', '第一']) {
      expect(subjectKeyOf(subject)).not.toBe('');
      expect(subjectKeyOf(subjectKeyOf(subject))).toBe(subjectKeyOf(subject));
    }
  });
});
