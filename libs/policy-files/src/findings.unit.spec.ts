import { expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseYuan, ZERO } from '@duixian/money';
import { isFailure } from '@duixian/policy';

import { factsOf, payableMeasures, type PayableMeasure } from '../spec/generated-case.spec.js';
import { readCatalogue } from './index.js';

const catalogue = readCatalogue();

/** Integers that name a place or a year and measure nothing. */
const ORDINALS = new Set(['rank', 'operatingYear', 'leaseYear', 'inclusionYear']);

const SAMPLES = { numRuns: 4_000, seed: 20_261_122 };

/** The facts that can make a claim with nothing granted before worth less when they grow, all else being equal. */
function lessForMore(measure: PayableMeasure): string[] {
  const sizes = (measure.clause.facts ?? [])
    .filter(({ type }) => type === 'money' || type === 'number' || type === 'integer')
    .map(({ name }) => name)
    .filter((name) => !ORDINALS.has(name));
  const found = new Set<string>();
  const pairs = fc.sample(fc.tuple(factsOf(measure.clause), factsOf(measure.clause)), SAMPLES);
  for (const [facts, others] of pairs) {
    for (const name of sizes) {
      const changed = { ...facts, [name]: others[name] };
      const grows = Number(changed[name]) > Number(facts[name]);
      if (grows && due(measure, changed) < due(measure, facts)) found.add(name);
    }
  }
  return [...found].sort();
}

function due({ id, policy }: PayableMeasure, facts: Record<string, unknown>): bigint {
  const day = policy.period.to ?? policy.period.from;
  const answer = catalogue.assess({
    measure: id,
    year: Number(day.slice(0, 4)),
    occurredOn: day,
    enterprise: { division: `${policy.jurisdiction}02`.slice(0, 6) },
    subject: 'A',
    facts,
  });
  if (isFailure(answer)) throw new Error(answer.error.message.en);
  return parseYuan(answer.amount) ?? ZERO;
}

it('never pays less for more, but where the policies say so', () => {
  const measures = payableMeasures(catalogue);
  const findings = measures.filter(({ clause }) => clause.findings !== undefined).map(({ id }) => id);

  const found = measures.map((measure) => ({ id: measure.id, facts: lessForMore(measure) }));

  expect(found.filter(({ facts }) => facts.length > 0)).toEqual([
    { id: 'jinjiang-2025-6/3.1.compute', facts: ['computeInvestment'] },
    { id: 'jinjiang-2025-6/4.3', facts: ['highestRevenueBefore'] },
    { id: 'jinjiang-2025-6/5.2', facts: ['area'] },
    { id: 'xiamen-2023-10/6', facts: ['previousRdSpend'] },
    { id: 'xiamen-2023-10/8.1', facts: ['previousRevenue'] },
    { id: 'xiamen-2023-10/8.2', facts: ['highestRevenueBefore', 'previousRevenue'] },
    { id: 'zhangzhou-2024-2/2', facts: ['serviceFee'] },
    { id: 'zhangzhou-2024-2/6.2', facts: ['highestRevenueBefore', 'previousRevenue'] },
  ]);
  // That of a clause whose sum depends on the order of the claims is proved in order.unit.spec.ts.
  const byOrder = ['jinjiang-2025-6/2.4.scenario'];
  const named = found.filter(({ id, facts }) => facts.length > 0 || byOrder.includes(id)).map(({ id }) => id);
  expect(named).toEqual(findings);
});
