import { decimalOf, parseDecimal, ratio, type Ratio } from '@duixian/money';

import { ratioOfShare } from '../compile/shares.js';
import type { Path } from '../load/problem.js';
import type { Amount, Steps, Tiers } from '../schema/amount.js';
import type { Fact, FactType, GrantClause, Limit, PayableClause } from '../schema/clause.js';
import { partsOf, type Placed } from '../schema/fact-uses.js';
import type { Bound, Operand, Predicate } from '../schema/predicate.js';
import type { FigureKind } from '../text/figures.js';

/** A number that a rule states, and where. */
export interface RuleFigure {
  readonly kind: FigureKind;
  readonly value: Ratio;
  readonly path: Path;
  /** The rule states it already, where one band ends, or as a condition: the words may say it once or twice. */
  readonly again?: true;
}

type Facts = ReadonlyMap<string, Fact>;

/** What conditions ask of a fact at the least, as `fact value`: where bands or steps begin there, they say it again. */
type Least = ReadonlySet<string>;

interface Around {
  readonly facts: Facts;
  readonly least: Least;
}

const HUNDREDTH = 100n;

/** Every amount, rate and count of a clause's rule. */
export function* figuresOfRule(clause: PayableClause): Generator<RuleFigure> {
  const facts: Facts = new Map((clause.facts ?? []).map((fact) => [fact.name, fact]));
  for (const [index, { require }] of (clause.conditions ?? []).entries()) {
    yield* ofPredicate(require, ['conditions', index, 'require'], facts);
  }
  const least = new Set((clause.conditions ?? []).flatMap(({ require }) => leastOf(require)));
  yield* ofAmount({ amount: clause.amount, path: ['amount'] }, { facts, least });
  if (clause.kind === 'grant') yield* ofLimits(clause, ceilingOf(clause.amount));
}

function* ofLimits({ limits = {}, split = [] }: GrantClause, ceiling: string | undefined): Generator<RuleFigure> {
  const { item, total, year, pool, quota } = limits;
  for (const [name, limit] of Object.entries({ item, total, year, pool }))
    for (const figure of ofLimit(limit, ['limits', name])) yield repeated(figure, limit === ceiling);
  if (quota !== undefined) yield { kind: 'count', value: numberOf(quota), path: ['limits', 'quota'] };
  for (const [index, { share }] of split.entries()) {
    const figure: RuleFigure = { kind: 'rate', value: ratioOfShare(share), path: ['split', index, 'share'] };
    // 1:1 is one figure.
    yield repeated(
      figure,
      split.slice(0, index).some((other) => other.share === share),
    );
  }
}

/** 每年最高100万元, as proposed: what a claim may come to at the most is what the limit says again. */
function ceilingOf(amount: Amount): string | undefined {
  return 'upTo' in amount && typeof amount.upTo === 'string' ? amount.upTo : undefined;
}

function* ofLimit(limit: Limit | undefined, path: Path): Generator<RuleFigure> {
  if (typeof limit === 'string') yield money(limit, path);
  if (typeof limit !== 'object') return;
  for (const [value, most] of Object.entries(limit.choose.values))
    yield money(most, [...path, 'choose', 'values', value]);
}

function* ofAmount({ amount, path }: Placed, around: Around): Generator<RuleFigure> {
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
  if ('steps' in amount) yield* ofSteps(amount.steps, [...path, 'steps', 'awards'], around.least);
  if ('tiers' in amount) yield* ofBands(amount.tiers, [...path, 'tiers', 'bands'], around);
  if ('composite' in amount) {
    for (const [index, { when }] of amount.composite.parts.entries()) {
      if (when !== undefined) yield* ofPredicate(when, [...path, 'composite', 'parts', index, 'when'], around.facts);
    }
  }
  for (const part of partsOf(amount, path)) yield* ofAmount(part, around);
}

function* ofSteps({ of, awards }: Steps, path: Path, least: Least): Generator<RuleFigure> {
  for (const [index, { from, above, award }] of awards.entries()) {
    for (const [name, yuan] of Object.entries({ from, above })) {
      if (yuan !== undefined)
        yield repeated(money(yuan, [...path, index, name]), index === 0 && least.has(`${of} ${yuan}`));
    }
    yield money(award, [...path, index, 'award']);
  }
}

function* ofBands({ of, bands }: Tiers, path: Path, { facts, least }: Around): Generator<RuleFigure> {
  const type = facts.get(of)?.type;
  for (const [index, { from, above, to, below }] of bands.entries()) {
    const before = bands[index - 1];
    const start = from ?? above;
    const isAgain = before === undefined ? least.has(`${of} ${start ?? ''}`) : start === (before.to ?? before.below);
    for (const [name, end] of Object.entries({ from, above })) {
      if (end !== undefined)
        for (const figure of constant(end, type, [...path, index, name])) yield repeated(figure, isAgain);
    }
    for (const [name, end] of Object.entries({ to, below })) {
      if (end !== undefined) yield* constant(end, type, [...path, index, name]);
    }
  }
}

function repeated(figure: RuleFigure, isAgain: boolean): RuleFigure {
  return isAgain ? { ...figure, again: true } : figure;
}

function leastOf(predicate: Predicate): string[] {
  if ('all' in predicate) return predicate.all.flatMap(leastOf);
  if (!('fact' in predicate) || 'is' in predicate) return [];
  const { fact, atLeast, above } = predicate;
  return [atLeast, above].flatMap((least) =>
    least === undefined || typeof least === 'object' ? [] : [`${fact} ${least}`],
  );
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
