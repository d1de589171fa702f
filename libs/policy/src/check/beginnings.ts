import { compareRatios, parseDecimal, type Ratio } from '@duixian/money';

import type { Fault, Path } from '../load/problem.js';
import type { Amount } from '../schema/amount.js';
import type { PayableClause } from '../schema/clause.js';
import type { Predicate } from '../schema/predicate.js';

interface Beginning {
  readonly at: string | number;
  readonly included: boolean;
}

/**
 * Where an amount is bands or steps of a fact, what the conditions ask of that fact at the least is where the first of
 * them begins: a claim between the two would pass and be paid nothing, or the first would be reached by none.
 */
export function beginningFaults(clause: PayableClause): Fault[] {
  const first = firstOf(clause.amount);
  if (first === null || isZero(first.begins)) return [];
  return (clause.conditions ?? [])
    .flatMap(({ require }) => leastOf(require, first.of))
    .filter((least) => !isSame(least, first.begins))
    .map((least) => ({ path: first.path, message: differs(first.of, least, first.begins) }));
}

function firstOf(amount: Amount): { of: string; begins: Beginning; path: Path } | null {
  if ('tiers' in amount) {
    const { of, bands } = amount.tiers;
    return { of, begins: beginningOf(bands[0]?.from, bands[0]?.above), path: ['amount', 'tiers', 'bands', 0] };
  }
  if ('steps' in amount) {
    const { of, awards } = amount.steps;
    return { of, begins: beginningOf(awards[0]?.from, awards[0]?.above), path: ['amount', 'steps', 'awards', 0] };
  }
  return null;
}

function leastOf(predicate: Predicate, of: string): Beginning[] {
  if ('all' in predicate) return predicate.all.flatMap((part) => leastOf(part, of));
  if (!('fact' in predicate) || 'is' in predicate || predicate.fact !== of) return [];
  const { atLeast, above } = predicate;
  const least = atLeast ?? above;
  return least === undefined || typeof least === 'object' ? [] : [{ at: least, included: atLeast !== undefined }];
}

function beginningOf(from: string | number | undefined, above: string | number | undefined): Beginning {
  return { at: from ?? above ?? 0, included: from !== undefined };
}

function isZero({ at }: Beginning): boolean {
  return valueOf(at)?.num === 0n;
}

function isSame(one: Beginning, other: Beginning): boolean {
  const [a, b] = [valueOf(one.at), valueOf(other.at)];
  // What is no number is told elsewhere.
  return a === null || b === null || (one.included === other.included && compareRatios(a, b) === 0);
}

function valueOf(at: string | number): Ratio | null {
  return parseDecimal(String(at));
}

function differs(of: string, least: Beginning, first: Beginning): Fault['message'] {
  const asked = `${least.included ? 'atLeast' : 'above'}: ${least.at}`;
  const begins = `${first.included ? 'from' : 'above'}: ${first.at}`;
  return {
    zh: `条件要求 ${of} ${asked}，第一档却从 ${begins} 起：两处须为同一数，以上、达到写 atLeast 和 from，超过写 above`,
    en: `The conditions ask for ${of} ${asked}, but the first of these begins ${begins}: write the same number in both, atLeast and from where it is included, above where it is not`,
  };
}
