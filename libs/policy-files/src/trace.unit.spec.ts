import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { formatYuan, roundHalfUp } from '@duixian/money';
import { isFailure, type ExplainedAssessment, type TraceStep } from '@duixian/policy';

import { workOut } from '../spec/formula.spec.js';
import { caseOf, payableMeasures, type GeneratedCase } from '../spec/generated-case.spec.js';
import { readCatalogue } from './index.js';

const catalogue = readCatalogue();

function explained(given: GeneratedCase): ExplainedAssessment {
  const answer = catalogue.explain(given);
  if (isFailure(answer)) throw new Error(answer.error.message.en);
  return answer;
}

/** What a reader gets who does the sum of a step by hand; null if the step has none. */
function redone({ formula }: TraceStep): { reckoned: string; stated: string } | null {
  const [left, right] = formula.split(/ [=≈] (?=[\d.]+$)/);
  if (left === undefined || right === undefined) return null;
  const { num, den } = workOut(left);
  return { reckoned: formatYuan(roundHalfUp({ num: num * 100n, den })), stated: right };
}

const SUMS = new Set<string>([
  'base',
  'item-cap',
  'total-cap',
  'year-cap',
  'earlier-grants',
  'overlap',
  'pool',
  'quota',
  'joint-year-cap',
]);

describe.each(payableMeasures(catalogue))('$id', (measure) => {
  it('can be redone by hand from its trace', () => {
    fc.assert(
      fc.property(caseOf(catalogue, measure), (given) => {
        const { trace, amount, eligible, reasons } = explained(given);
        for (const step of trace.filter(({ step }) => SUMS.has(step) || step === 'outcome')) {
          const sum = redone(step);
          // A step without a sum only ever takes everything away.
          if (sum === null) expect(['0.00', amount]).toContain(step.outcome);
          else expect(sum).toEqual({ reckoned: step.outcome, stated: step.outcome });
        }
        if (eligible) {
          expect(trace.find(({ step }) => step === 'base')).toBeDefined();
          expect(trace.filter(({ step }) => SUMS.has(step)).at(-1)?.outcome).toBe(amount);
          expect(trace.at(-1)).toMatchObject({ step: 'outcome', outcome: amount });
        }
        // Two limits of the year may lower one amount; the code is given once.
        expect([...new Set(trace.flatMap(({ code }) => code ?? []))]).toEqual(reasons);
      }),
      { numRuns: 100 },
    );
  });

  it('carries each sum over to the next', () => {
    fc.assert(
      fc.property(caseOf(catalogue, measure), (given) => {
        const sums = explained(given).trace.filter(({ step }) => SUMS.has(step));
        for (const [index, step] of sums.slice(1).entries()) {
          const before = sums[index]?.outcome ?? '';
          // City and county shares without earlier grants add up to the amount before; else it stands in the formula.
          if (step.formula !== '' && step.formula.includes(before)) continue;
          expect([before, '0.00']).toContain(step.outcome);
        }
      }),
      { numRuns: 50 },
    );
  });
});

it('quotes the clause, in both languages, with the facts as stated', () => {
  const { trace } = explained({
    id: 'rent',
    measure: 'quanzhou-2024-7/2',
    year: 2025,
    occurredOn: '2025-12-31',
    enterprise: { division: '350582' },
    subject: '',
    facts: { serviceFee: '1200000.00' },
    granted: [{ measure: 'quanzhou-2024-7/2', year: 2025, subject: null, payer: '350583', amount: '100000.00' }],
    programme: { poolUsed: '0.00', quotaUsed: 0 },
  });

  expect(trace.map(({ step, formula }) => [step, formula])).toEqual([
    ['jurisdiction', ''],
    ['period', '2024-10-19 ≤ 2025-12-31 ≤ 2026-12-31'],
    ['condition', '1200000.00 > 50000.00'],
    ['base', '30% × 1200000.00 = 360000.00'],
    ['year-cap', 'min(360000.00, 300000.00) = 300000.00'],
    [
      'earlier-grants',
      'min(max(0.00, 150000.00 − 0.00) + max(0.00, 150000.00 − 100000.00), ' +
        'max(0.00, 300000.00 − 0.00 − 100000.00)) = 200000.00',
    ],
    ['split', '150000.00 + 50000.00 = 200000.00'],
    ['outcome', '150000.00 + 50000.00 = 200000.00'],
  ]);
  expect(trace[3]).toMatchObject({ inputs: { serviceFee: '1200000.00' }, clause: { article: '二' } });
  expect(trace[3]?.clause.quote).toContain('30%给予使用企业补助');
  expect(trace[4]).toMatchObject({ code: 'ENTERPRISE_YEAR_CAP' });
});
