import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { add, formatYuan, parseYuan, sum, ZERO, type Fen } from '@duixian/money';
import { isFailure, type Assessment } from '@duixian/policy';

import { caseOf, payableMeasures, type GeneratedCase, type GeneratedGrant } from '../spec/generated-case.spec.js';
import { readCatalogue } from './index.js';

const catalogue = readCatalogue();
const RUNS = { numRuns: 100 };

function assessed(given: GeneratedCase): Assessment {
  const answer = catalogue.assess(given);
  if (isFailure(answer)) throw new Error(answer.error.message.en);
  return answer;
}

function fenOf(yuan: string): Fen {
  return parseYuan(yuan) ?? ZERO;
}

function total(grants: readonly GeneratedGrant[]): Fen {
  return sum(grants.map(({ amount }) => fenOf(amount)));
}

const GRANTS = payableMeasures(catalogue).filter(({ clause }) => clause.kind === 'grant');

describe.each(payableMeasures(catalogue))('$id', (measure) => {
  const cases = caseOf(catalogue, measure);

  it('gives the same answer fast and explained', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { trace, ...explained } = { trace: [], ...catalogue.explain(given) };
        expect(explained).toEqual(catalogue.assess(given));
        expect(trace.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('pays lines that add up to the amount', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { lines, amount, kind } = assessed(given);
        if (kind === 'grant') expect(sum(lines.map((line) => fenOf(line.amount)))).toBe(fenOf(amount));
        for (const line of lines) expect(fenOf(line.amount)).toBeGreaterThan(0n);
      }),
      RUNS,
    );
  });

  it('reads no other earlier grants than those that bear on the claim', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const granted = given.granted.filter(catalogue.bearingOn(measure.id, given.year, given.subject));
        expect(catalogue.explain({ ...given, granted })).toEqual(catalogue.explain(given));
      }),
      RUNS,
    );
  });

  it('does not care in which order earlier grants are listed', () => {
    const shuffled = cases.chain((given) =>
      fc.shuffledSubarray(given.granted, { minLength: given.granted.length }).map((granted) => ({ given, granted })),
    );
    fc.assert(
      fc.property(shuffled, ({ given, granted }) => {
        expect(catalogue.explain({ ...given, granted })).toEqual(catalogue.explain(given));
      }),
      RUNS,
    );
  });
});

describe.each(GRANTS)('$id', (measure) => {
  const cases = caseOf(catalogue, measure);

  it('passes no ceiling, with what was granted before', () => {
    const limits = catalogue.limitsFor(measure.id);
    fc.assert(
      fc.property(cases, (given) => {
        const due = fenOf(assessed(given).amount);
        if (due === 0n || limits === undefined) return;
        const own = given.granted.filter((grant) => grant.measure === measure.id);
        const thisYear = own.filter(({ year }) => year === given.year);
        if (limits.item !== null) expect(due).toBeLessThanOrEqual(limits.item);
        if (limits.year !== null) expect(due + total(thisYear)).toBeLessThanOrEqual(limits.year);
        if (limits.total !== null) expect(due + total(own)).toBeLessThanOrEqual(limits.total);
        if (limits.pool !== null) expect(due + fenOf(given.programme.poolUsed)).toBeLessThanOrEqual(limits.pool);
        if (limits.quota !== null) expect(given.programme.quotaUsed).toBeLessThan(limits.quota);
      }),
      RUNS,
    );
  });

  it('pays nothing more when the same claim comes again', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const first = assessed({ ...given, granted: [] });
        const granted = first.lines.map(({ payer, amount, basis }) => ({
          measure: basis,
          year: given.year,
          subject: first.subject,
          payer,
          amount,
        }));
        const poolUsed = formatYuan(add(fenOf(given.programme.poolUsed), fenOf(first.amount)));
        const again = { ...given, granted, programme: { ...given.programme, poolUsed } };

        expect(assessed(again).amount).toBe('0.00');
      }),
      RUNS,
    );
  });
});
