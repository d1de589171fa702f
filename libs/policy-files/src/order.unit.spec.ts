import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseYuan, ZERO } from '@duixian/money';
import { isFailure } from '@duixian/policy';

import {
  factsOf,
  payableMeasures,
  yuanText,
  type GeneratedGrant,
  type PayableMeasure,
} from '../spec/generated-case.spec.js';
import { readCatalogue } from './index.js';

const catalogue = readCatalogue();
const YEAR = 2025;
const SUBJECT = '鞋面AI质检';
/** In Jinjiang, where both the city's documents and the county's own hold. */
const DIVISION = '350582';
const SAMPLES = { numRuns: 3_000, seed: 20_261_126 };

interface Claim {
  readonly measure: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What one enterprise has in the end, in fen, if it claims in that order. */
function total(claims: readonly Claim[]): bigint {
  const granted: GeneratedGrant[] = [];
  for (const { measure, facts } of claims) {
    const answer = catalogue.assess({
      measure,
      year: YEAR,
      occurredOn: `${YEAR}-12-31`,
      enterprise: { division: DIVISION },
      subject: SUBJECT,
      facts,
      granted,
    });
    if (isFailure(answer)) throw new Error(answer.error.message.en);
    const { subject, lines } = answer;
    granted.push(...lines.map(({ payer, amount }) => ({ measure, year: YEAR, subject, payer, amount })));
  }
  return granted.reduce((sum, { amount }) => sum + (parseYuan(amount) ?? ZERO), 0n);
}

/** Pairs of clauses of which one at least counts what the other granted for the same matter. */
function pairsThatExclude(): [PayableMeasure, PayableMeasure][] {
  const grants = payableMeasures(catalogue).filter(({ clause }) => clause.kind === 'grant');
  const counts = (one: PayableMeasure, other: PayableMeasure): boolean =>
    catalogue.bearingOn(one.id, YEAR, SUBJECT)({ measure: other.id, year: YEAR, subject: SUBJECT });
  return grants.flatMap((a, place) =>
    grants.slice(place + 1).flatMap((b): [PayableMeasure, PayableMeasure][] => {
      return counts(a, b) || counts(b, a) ? [[a, b]] : [];
    }),
  );
}

/** Fees between the thresholds and the caps of both documents, to the fen. */
const FEE = fc.integer({ min: 49_000_00, max: 1_200_000_00 }).map(yuanText);

/** Facts of the one matter: what both clauses ask for is the same. */
function bothFacts(a: PayableMeasure, b: PayableMeasure): fc.Arbitrary<[Claim, Claim]> {
  const names = (measure: PayableMeasure): string[] => (measure.clause.facts ?? []).map(({ name }) => name);
  const shared = names(a).filter((name) => names(b).includes(name));
  const same = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(shared.map((name) => [name, values[name]]));
  return fc.tuple(factsOf(a.clause), factsOf(b.clause), fc.option(FEE)).map(([ofA, ofB, fee]) => {
    const stated = fee === null || !('serviceFee' in ofA) ? ofA : { ...ofA, serviceFee: fee };
    return [
      { measure: a.id, facts: stated },
      { measure: b.id, facts: { ...ofB, ...same(stated) } },
    ];
  });
}

/** The greatest difference, in fen, that the order makes to a sample of claims which the exceptions do not name. */
function differenceByOrder([a, b]: [PayableMeasure, PayableMeasure], isExcepted: (claim: Claim) => boolean): bigint {
  let greatest = 0n;
  for (const [ofA, ofB] of fc.sample(bothFacts(a, b), SAMPLES)) {
    if (isExcepted(ofA) || isExcepted(ofB)) continue;
    const [one, other] = [total([ofA, ofB]), total([ofB, ofA])];
    const difference = one > other ? one - other : other - one;
    if (difference > greatest) greatest = difference;
  }
  return greatest;
}

const PROVINCIAL: Claim = { measure: 'jinjiang-2025-6/2.4.scenario', facts: { level: 'provincial' } };
const OF_QUANZHOU: Claim = { measure: 'jinjiang-2025-6/2.4.scenario', facts: { level: 'quanzhou' } };
const SCENARIO: Claim = { measure: 'quanzhou-2024-7/3', facts: {} };

const isProvincial = ({ measure, facts }: Claim): boolean =>
  measure === PROVINCIAL.measure && facts.level === PROVINCIAL.facts.level;

describe('what an enterprise has in the end under two clauses for one matter', () => {
  const pairs = pairsThatExclude();

  it('is looked at for each pair of the five documents that excludes itself', () => {
    expect(pairs.map(([a, b]) => [a.id, b.id])).toEqual([
      ['jinjiang-2025-6/1.2', 'quanzhou-2024-7/2'],
      ['jinjiang-2025-6/2.2', 'quanzhou-2024-7/6'],
      ['jinjiang-2025-6/2.4.scenario', 'quanzhou-2024-7/3'],
    ]);
  });

  it('does not depend on which is claimed first', () => {
    // 15% of a fee and half of its 30% are each rounded to the fen, as each document computes on the fee itself.
    const greatest = pairs.map((pair) => [pair[0].id, differenceByOrder(pair, isProvincial)]);
    expect(greatest).toEqual([
      ['jinjiang-2025-6/1.2', 1n],
      ['jinjiang-2025-6/2.2', 0n],
      ['jinjiang-2025-6/2.4.scenario', 0n],
    ]);
  });

  // 2.4 at provincial level belongs to no group and is paid in full, while Quanzhou's 3 takes off what Jinjiang paid at any level.
  it('depends on it only where a scenario is on the provincial list too, which the clause names as a finding', () => {
    const orders = [
      [SCENARIO, PROVINCIAL],
      [PROVINCIAL, SCENARIO],
      [OF_QUANZHOU, SCENARIO, PROVINCIAL],
      [SCENARIO, OF_QUANZHOU, PROVINCIAL],
      [PROVINCIAL, OF_QUANZHOU, SCENARIO],
      [OF_QUANZHOU, PROVINCIAL, SCENARIO],
    ];
    expect(orders.map(total)).toEqual([200_000_00n, 100_000_00n, 150_000_00n, 200_000_00n, 100_000_00n, 100_000_00n]);
    const finding = catalogue.measure(PROVINCIAL.measure)?.clause.findings?.[0];
    for (const sum of ['20万元', '10万元', '15万元']) expect(finding?.zh).toContain(sum);
    for (const sum of ['200,000', '100,000', '150,000']) expect(finding?.en).toContain(sum);
  });
});
