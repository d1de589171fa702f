import { expect, it } from '@jest/globals';
import { periodProblems } from './claim-round.js';
import type { Round } from './round-book.js';

function round(number: number, period: string, opens: string, closes: string): Round {
  return {
    ...{ id: `p/${number}`, number: String(number), policy: 'p', name: { zh: `第${number}批`, en: `Round ${number}` } },
    ...{ clauses: ['1'], occurredFrom: `${period}-01`, occurredTo: `${period}-28`, opens, closes },
    ...{ division: '350500', department: '市数据管理局', pays: 'first-come', extensions: [] },
  };
}

const closed = round(1, '2026-01', '2026-03-02', '2026-03-31');
const open = round(2, '2026-02', '2026-04-01', '2026-04-30');
const toCome = round(3, '2026-03', '2026-05-06', '2026-05-29');
const others = { rounds: [closed, open, toCome], on: '2026-04-15' };

it.each([
  ['2026-01-10', '该日期属于“第1批”，已于2026-03-31截止。'],
  ['2026-03-10', '该日期属于“第3批”（2026-05-06至2026-05-29），请届时在该批次申报。'],
  ['2025-06-01', '该日期不在任何已发布批次的所属期内，请咨询牵头部门。'],
])('says of a matter of %s where it belongs', (occurredOn, says) => {
  const [problem, ...more] = periodProblems(open, occurredOn, others);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ field: 'occurredOn' });
  expect(problem?.message.zh).toBe(`“第2批”的所属期为2026-02-01至2026-02-28：请核对发生日期；${says}`);
});

it('names no other round to a claim that stays in its own', () => {
  expect(periodProblems(open, '2026-01-10', null).map(({ message }) => message.zh)).toEqual([
    '“第2批”的所属期为2026-02-01至2026-02-28：请核对发生日期。',
  ]);
});

it('has nothing against a matter of its period', () => {
  expect(periodProblems(open, '2026-02-28', others)).toEqual([]);
});
