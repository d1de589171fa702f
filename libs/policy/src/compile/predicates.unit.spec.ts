import { describe, expect, it } from '@jest/globals';

import { fen } from '@duixian/money';

import { History } from '../assess/history.js';
import { Recorder } from '../assess/trace.js';
import type { Fact } from '../schema/clause.js';
import type { Predicate } from '../schema/predicate.js';
import { compilePredicate } from './predicates.js';
import type { FactValue, Run } from './run.js';
import { Scope } from './scope.js';

const label = { zh: '甲', en: 'A' };
const FACTS: Fact[] = [
  { name: 'now', type: 'money', label },
  { name: 'before', type: 'money', label },
  { name: 'average', type: 'percent', label },
  { name: 'count', type: 'integer', label },
  { name: 'day', type: 'date', label },
  { name: 'listed', type: 'boolean', label },
];

function given(facts: FactValue[], history = History.NONE): Run {
  const recorder = new Recorder({});
  return { facts, year: 2025, history, recorder, refusal: null, upTo: null, threshold: null, parts: [] };
}

/** Whether the predicate holds, and the formula that the trace shows. */
function tested(predicate: Predicate, run: Run): [boolean, string | undefined] {
  const holds = compilePredicate(predicate, new Scope(FACTS))(run);
  return [holds, run.recorder?.formula];
}

const facts = (now: bigint, before: bigint, num = 25n): FactValue[] => [
  fen(now),
  fen(before),
  { num, den: 1n },
  3,
  '2024-02-29',
  true,
];

describe('growth', () => {
  const above: Predicate = { growth: { of: 'now', over: 'before' }, above: 25 };
  const atLeast: Predicate = { growth: { of: 'now', over: 'before' }, atLeast: { fact: 'average' } };

  it('is compared exactly', () => {
    expect(tested(above, given(facts(125n, 100n)))).toEqual([false, '1.25 ÷ 1.00 − 1 > 25%']);
    expect(tested(above, given(facts(126n, 100n)))[0]).toBe(true);
    expect(tested(atLeast, given(facts(125n, 100n)))).toEqual([true, '1.25 ÷ 1.00 − 1 ≥ 25%']);
    expect(tested(atLeast, given(facts(90n, 100n, -10n)))[0]).toBe(true);
    expect(tested(atLeast, given(facts(89n, 100n, -10n)))[0]).toBe(false);
  });

  it('holds whatever is asked where there was nothing before', () => {
    expect(tested(above, given(facts(0n, 0n)))[0]).toBe(true);
    expect(tested(atLeast, given(facts(0n, 0n)))[0]).toBe(true);
  });
});

describe('conditions', () => {
  it('show what was looked at, up to the first that decides', () => {
    const all: Predicate = {
      all: [
        { fact: 'now', above: '1.00', atMost: '2.00' },
        {
          any: [
            { fact: 'listed', is: false },
            { fact: 'count', equals: 3 },
          ],
        },
        { not: { fact: 'now', below: { fact: 'before' } } },
      ],
    };
    expect(tested(all, given(facts(150n, 100n)))).toEqual([
      true,
      '1.50 > 1.00 ∧ 1.50 ≤ 2.00 ∧ (listed: true = false ∨ 3 = 3) ∧ ¬(1.50 < 1.00)',
    ]);
    expect(tested(all, given(facts(100n, 100n)))).toEqual([false, '1.00 > 1.00']);
  });

  it('know the year, and dates some years on', () => {
    const day: Predicate = { fact: 'day', atMost: '2025-02-28', below: { fact: 'day', plusYears: 1 } };
    expect(tested(day, given(facts(0n, 0n)))).toEqual([true, '2024-02-29 ≤ 2025-02-28 ∧ 2024-02-29 < 2025-02-28']);
    expect(tested({ year: { equals: { yearOf: 'day' } } }, given(facts(0n, 0n)))[0]).toBe(false);
    expect(tested({ year: { equals: { fact: 'count', plus: 2022 } } }, given(facts(0n, 0n)))[0]).toBe(true);
  });

  it('know the years that saw a grant', () => {
    const history = new History(
      [2022, 2024, 2024, 2025].map((year) => ({
        bearing: 'own' as const,
        year,
        subject: null,
        county: false,
        amount: fen(1n),
      })),
    );
    expect(tested({ yearsSinceFirstGrant: { below: 3 } }, given(facts(0n, 0n), history))).toEqual([false, '3 < 3']);
    expect(tested({ yearsSinceFirstGrant: { below: 1 } }, given(facts(0n, 0n)))).toEqual([true, '0 < 1']);
    expect(tested({ grantedYears: { below: 3 } }, given(facts(0n, 0n), history))).toEqual([true, '2 < 3']);
  });
});
