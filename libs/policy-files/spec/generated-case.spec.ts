import fc from 'fast-check';

import type { Fact, Measure, PayableClause } from '@duixian/policy';
import { isPayable, type Catalogue } from '@duixian/policy';

/** A case as the CLI and the API take it. */
export interface GeneratedCase {
  id: string;
  measure: string;
  year: number;
  occurredOn: string;
  enterprise: { division: string };
  subject: string;
  facts: Record<string, unknown>;
  granted: GeneratedGrant[];
  programme: { poolUsed: string; quotaUsed: number };
}

export interface GeneratedGrant {
  measure: string;
  year: number;
  subject: string | null;
  payer: string;
  amount: string;
}

export interface PayableMeasure extends Measure {
  clause: PayableClause;
}

export function payableMeasures(catalogue: Catalogue): PayableMeasure[] {
  return catalogue.measures().flatMap(({ clause, ...measure }) => (isPayable(clause) ? [{ ...measure, clause }] : []));
}

/** Well-formed cases of a measure, near the numbers that its clause names, most of them eligible. */
export function caseOf(catalogue: Catalogue, measure: PayableMeasure): fc.Arbitrary<GeneratedCase> {
  const { policy } = measure;
  const related = catalogue.relatedMeasures(measure.id);
  const days = fc.constantFrom(policy.period.from, ...lastDays(policy), '2025-07-15', '2028-02-29');
  return days.chain((occurredOn) => caseOn(occurredOn, measure, related));
}

/** The last day twice, so that it comes up often; none where the document sets no end. */
function lastDays({ period: { to } }: PayableMeasure['policy']): string[] {
  return to === null ? [] : [to, to];
}

function caseOn(
  occurredOn: string,
  { id, policy, clause }: PayableMeasure,
  related: readonly string[],
): fc.Arbitrary<GeneratedCase> {
  const year = Number(occurredOn.slice(0, 4));
  return fc.record({
    id: fc.constant(id),
    measure: fc.constant(id),
    year: fc.constant(year),
    occurredOn: fc.constant(occurredOn),
    enterprise: fc.record({ division: divisionOf(policy.jurisdiction) }),
    subject: fc.constantFrom('A', 'B'),
    facts: factsOf(clause),
    granted: fc.array(grantOf(related, fc.integer({ min: year - 3, max: year + 1 })), { maxLength: 4 }),
    programme: fc.record({
      poolUsed: fc.constantFrom('0.00', '9990000.00', '9999999.99', '10000000.00'),
      quotaUsed: fc.integer({ min: 0, max: 11 }),
    }),
  });
}

function divisionOf(jurisdiction: string): fc.Arbitrary<string> {
  const own =
    jurisdiction.length === 6 ? [jurisdiction] : ['02', '05', '82', '83'].map((county) => jurisdiction + county);
  return fc.constantFrom(...own, ...own, ...own, '350902');
}

function grantOf(measures: readonly string[], year: fc.Arbitrary<number>): fc.Arbitrary<GeneratedGrant> {
  return fc.record({
    measure: fc.constantFrom(...measures, 'xiamen-2023-10/12'),
    year,
    subject: fc.constantFrom(null, 'A', 'B', 'once', '1', '50000000', 'new', 'neeq', 'unicorn'),
    payer: fc.constantFrom('350500', '350582', '350583', '350200', '350600', '350100'),
    amount: fc.oneof(fc.constantFrom('0.00', '0.01', '50000.00', '150000.00', '500000.00'), yuan(9_000_000_00)),
  });
}

export function factsOf(clause: PayableClause): fc.Arbitrary<Record<string, unknown>> {
  const amounts = amountsNamed(clause);
  return fc.record(Object.fromEntries((clause.facts ?? []).map((fact) => [fact.name, factOf(fact, amounts)])));
}

function factOf(fact: Fact, amounts: readonly number[]): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case 'money':
      return fc.oneof(near(amounts).map(yuanText), yuan(5_000_000_000_00), fc.integer({ min: 0, max: 90_000_000 }));
    case 'integer':
      return integerOf(fact.min ?? 0, fact.max ?? 3_000);
    case 'number':
      return fc.constantFrom('1', '99.99', 100, 100.5, 333.33, '500', 501, '1000.001', 2000);
    case 'percent':
      return fc.constantFrom('8.4', 0, -3.5, '12.55', 20);
    case 'date':
      return fc.constantFrom('2023-06-30', '2024-02-29', '2025-01-01', '2026-02-28', '2026-05-05');
    case 'boolean':
      return fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
    case 'choice':
      return fc.constantFrom(...Object.keys(fact.values));
  }
}

function integerOf(min: number, max: number): fc.Arbitrary<number> {
  const small = fc.integer({ min, max: Math.min(max, 20) });
  return max <= 20 ? small : fc.oneof(small, fc.integer({ min: 2023, max: 2028 }), fc.constantFrom(49, 50, 51));
}

/** The amounts, in fen, that the conditions and the amount of a clause name. */
export function amountsNamed(clause: PayableClause): number[] {
  const { conditions, amount } = clause;
  const named = JSON.stringify([conditions, amount]).matchAll(/"(\d+\.\d\d)"/g);
  return [...named].map(([, text]) => Math.round(Number(text) * 100));
}

function near(amounts: readonly number[]): fc.Arbitrary<number> {
  const spread = amounts.flatMap((fen) => [
    fen,
    fen + 1,
    Math.max(0, fen - 1),
    Math.round(fen * 1.2),
    fen * 2,
    fen * 5,
  ]);
  return fc.constantFrom(0, 100_000_00, ...spread);
}

function yuan(fenMax: number): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: fenMax }).map(yuanText);
}

export function yuanText(fen: number): string {
  return (fen / 100).toFixed(2);
}
