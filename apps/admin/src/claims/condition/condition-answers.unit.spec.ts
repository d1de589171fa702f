import { describe, expect, it } from '@jest/globals';
import { answersOf, type ConditionAnswers, lacking } from './condition-answers.js';

const CONDITIONS = ['step-science', 'review', 'first-review'].map((key) => ({ key }));

describe('the answers to the conditions of a claim', () => {
  it('lack what nobody said of one, each for itself', () => {
    const answers: ConditionAnswers = {
      'step-science': { met: 'MET', how: ' ' },
      'first-review': { met: 'NOT_MET', how: '尚未验收' },
    };
    expect(lacking(CONDITIONS, answers)).toEqual({ 'step-science': 'how', review: 'choice', 'first-review': 'met' });
  });

  it('lack nothing where each is met in its own way, and go to their own conditions', () => {
    const answers: ConditionAnswers = {
      'first-review': { met: 'MET', how: '已验收' },
      'step-science': { met: 'MET', how: '已补测试报告' },
      review: { met: 'MET', how: '已入统' },
    };
    expect(lacking(CONDITIONS, answers)).toEqual({});
    expect(answersOf(CONDITIONS, answers)).toEqual([
      { condition: 'step-science', met: true, reason: '已补测试报告' },
      { condition: 'review', met: true, reason: '已入统' },
      { condition: 'first-review', met: true, reason: '已验收' },
    ]);
  });
});
