import { decimalOf, parseDecimal, ratio, type Ratio } from '@duixian/money';

import { ratioOfShare } from '../compile/shares.js';
import type { Path } from '../load/problem.js';
import type { Band, Steps } from '../schema/amount.js';
import type { Fact, FactType, GrantClause, Limit, PayableClause } from '../schema/clause.js';
import { partsOf, type Placed } from '../schema/fact-uses.js';
import type { Bound, Operand, Predicate } from '../schema/predicate.js';
import type { FigureKind } from '../text/figures.js';

/** A number that a rule states, and where. */
export interface RuleFigure {
  readonly kind: FigureKind;
  readonly value: Ratio;
  readonly path: Path;
}

type Facts = ReadonlyMap<string, Fact>;

const HUNDREDTH = 100n;

/** Every amount, rate and count of a clause's rule. */
export function* figuresOfRule(clause: PayableClause): Generator<RuleFigure> {
  const facts: Facts = new Map((clause.facts ?? []).map((fact) => [fact.name, fact]));
  for (const [index, { require }] of (clause.conditions ?? []).entries()) {
    yield* ofPredicate(require, ['conditions', index, 'require'], facts);
  }
  yield* ofAmount({ amount: clause.amount, path: ['amount'] }, facts);
  if (clause.kind === 'grant') yield* ofLimits(clause);
}

function* ofLimits({ limits = {}, split = [] }: GrantClause): Generator<RuleFigure> {
  const { item, total, year, pool, quota } = limits;
  for (const [name, limit] of Object.entries({ item, total, year, pool })) yield* ofLimit(limit, ['limits', name]);
  if (quota !== undefined) yield { kind: 'count', value: numberOf(quota), path: ['limits', 'quota'] };
  for (const [index, { share }] of split.entries()) {
    yield { kind: 'rate', value: ratioOfShare(share), path: ['split', index, 'share'] };
  }
}

function* ofLimit(limit: Limit | undefined, path: Path): Generator<RuleFigure> {
  if (typeof limit === 'string') yield money(limit, path);
  if (typeof limit !== 'object') return;
  for (const [value, most] of Object.entries(limit.choose.values))
    yield money(most, [...path, 'choose', 'values', value]);
}

function* ofAmount({ amount, path }: Placed, facts: Facts): Generator<RuleFigure> {
  if ('flat' in amount) yield money(amount.flat, [...path, 'flat']);
  if ('upTo' in amount && typeof amount.upTo === 'string') yield money(amount.upTo, [...path, 'upTo']);
  if ('rate' in amount) yield percent(amount.rate.percent, [...path, 'rate', 'percent']);
  if ('perUnit' in amount) yield money(amount.perUnit.amount, [...path, 'perUnit', 'amount']);
  if ('prorated' in amount)
    yield { kind: 'count', value: numberOf(amount.prorated.limit), path: [...path, 'prorated', 'limit'] };
  if ('perFull' in amount) {
    const { each, pays, atMost } = amount.perFull;
    for (const [name, yuan] of Object.entries({ each, pays, atMost })) {
      if (yuan !== undefined) yield money(yuan, [...path, 'perFull', name]);
    }
  }
  if ('steps' in amount) yield* ofSteps(amount.steps, [...path, 'steps', 'awards']);
  if ('tiers' in amount)
    yield* ofBands(amount.tiers.bands, [...path, 'tiers', 'bands'], facts.get(amount.tiers.of)?.type);
  if ('composite' in amount) {
    for (const [index, { when }] of amount.composite.parts.entries()) {
      if (when !== undefined) yield* ofPredicate(when, [...path, 'composite', 'parts', index, 'when'], facts);
    }
  }
  for (const part of partsOf(amount, path)) yield* ofAmount(part, facts);
}

function* ofSteps({ awards }: Steps, path: Path): Generator<RuleFigure> {
  for (const [index, { from, above, award }] of awards.entries()) {
    for (const [name, yuan] of Object.entries({ from, above, award })) {
      if (yuan !== undefined) yield money(yuan, [...path, index, name]);
    }
  }
}

function* ofBands(bands: readonly Band[], path: Path, type: FactType | undefined): Generator<RuleFigure> {
  for (const [index, { from, above, to, below }] of bands.entries()) {
    for (const [name, end] of Object.entries({ from, above, to, below })) {
      if (end !== undefined) yield* constant(end, type, [...path, index, name]);
    }
  }
}

const BOUNDS: readonly Bound[] = ['atLeast', 'above', 'atMost', 'below', 'equals'];

function* ofPredicate(predicate: Predicate, path: Path, facts: Facts): Generator<RuleFigure> {
  if ('all' in predicate) yield* ofPredicates(predicate.all, [...path, 'all'], facts);
  else if ('any' in predicate) yield* ofPredicates(predicate.any, [...path, 'any'], facts);
  else if ('not' in predicate) yield* ofPredicate(predicate.not, [...path, 'not'], facts);
  else if ('growth' in predicate) {
    const { atLeast, above } = predicate;
    for (const [name, bound] of Object.entries({ atLeast, above })) {
      if (bound !== undefined && typeof bound !== 'object') yield percent(bound, [...path, name]);
    }
  } else if ('yearsSinceFirstGrant' in predicate) {
    yield {
      kind: 'count',
      value: numberOf(predicate.yearsSinceFirstGrant.below),
      path: [...path, 'yearsSinceFirstGrant'],
    };
  } else if ('grantedYears' in predicate) {
    yield { kind: 'count', value: numberOf(predicate.grantedYears.below), path: [...path, 'grantedYears'] };
  } else if ('fact' in predicate && !('is' in predicate)) {
    for (const bound of BOUNDS) yield* ofOperand(predicate[bound], facts.get(predicate.fact)?.type, [...path, bound]);
  }
}

function* ofPredicates(predicates: readonly Predicate[], path: Path, facts: Facts): Generator<RuleFigure> {
  for (const [index, predicate] of predicates.entries()) yield* ofPredicate(predicate, [...path, index], facts);
}

function* ofOperand(operand: Operand | undefined, type: FactType | undefined, path: Path): Generator<RuleFigure> {
  if (operand === undefined) return;
  if (typeof operand !== 'object') yield* constant(operand, type, path);
  else if ('plusYears' in operand)
    yield { kind: 'count', value: numberOf(operand.plusYears), path: [...path, 'plusYears'] };
  else if ('plus' in operand) yield { kind: 'count', value: numberOf(operand.plus), path: [...path, 'plus'] };
}

function* constant(value: string | number, type: FactType | undefined, path: Path): Generator<RuleFigure> {
  if (type === 'money') yield money(String(value), path);
  else if (type === 'percent') yield percent(value, path);
  else if (type === 'integer' || type === 'number') yield { kind: 'count', value: numberOf(value), path };
}

/** What stands in a rule as a figure of a kind: '300000.00' as money, 30 as a rate; null if it is no number. */
export function readRuleFigure(written: string | number, kind: FigureKind): Ratio | null {
  const value = typeof written === 'number' ? decimalOf(written) : parseDecimal(written);
  return value === null || kind !== 'rate' ? value : ratio(value.num, value.den * HUNDREDTH);
}

function money(yuan: string, path: Path): RuleFigure {
  return { kind: 'money', value: numberOf(yuan), path };
}

function percent(value: string | number, path: Path): RuleFigure {
  return { kind: 'rate', value: readRuleFigure(value, 'rate') ?? ratio(0n), path };
}

function numberOf(value: string | number): Ratio {
  return readRuleFigure(value, 'count') ?? ratio(0n);
}
