import type { Ratio } from '@duixian/money';

import type { Bound, FactBounds, GrowthBound, Predicate } from '../schema/predicate.js';
import { BrokenInvariant, choiceAt, integerAt, moneyAt, ratioAt, textAt, type Run } from './run.js';
import type { Scope } from './scope.js';
import {
  DATE,
  dateOperand,
  INTEGER,
  integerOperand,
  MONEY,
  moneyOperand,
  RATIO,
  ratioOperand,
  showRatio,
  type Order,
  type Value,
} from './values.js';

/** Whether a condition holds. Leaves its formula with the recorder. */
export type Test = (run: Run) => boolean;

export function compilePredicate(predicate: Predicate, scope: Scope): Test {
  if ('all' in predicate) return every(predicate.all.map((part) => compilePredicate(part, scope)));
  if ('any' in predicate) return some(predicate.any.map((part) => compilePredicate(part, scope)));
  if ('not' in predicate) return negation(compilePredicate(predicate.not, scope));
  if ('is' in predicate) return factIs(predicate.fact, String(predicate.is), scope);
  if ('year' in predicate) {
    return comparison('equals', (run) => run.year, integerOperand(predicate.year.equals, scope), INTEGER);
  }
  if ('growth' in predicate) {
    const { of, over } = predicate.growth;
    if (predicate.atLeast !== undefined) return growth(of, over, false, predicate.atLeast, scope);
    if (predicate.above !== undefined) return growth(of, over, true, predicate.above, scope);
    throw new BrokenInvariant('A growth condition has no bound.');
  }
  if ('yearsSinceFirstGrant' in predicate) {
    const { below } = predicate.yearsSinceFirstGrant;
    return comparison('below', (run) => run.year - (run.history.firstYear() ?? run.year), () => below, INTEGER);
  }
  if ('grantedYears' in predicate) {
    const { below } = predicate.grantedYears;
    return comparison('below', (run) => run.history.yearsGrantedBefore(run.year), () => below, INTEGER);
  }
  return factBounds(predicate, scope);
}

function every(tests: readonly Test[]): Test {
  return (run) => {
    let formula = '';
    for (const test of tests) {
      const holds = test(run);
      if (run.recorder !== null) formula = joined(formula, ' ∧ ', run.recorder.formula);
      if (!holds) return left(run, formula, false);
    }
    return left(run, formula, true);
  };
}

function some(tests: readonly Test[]): Test {
  return (run) => {
    let formula = '';
    for (const test of tests) {
      const holds = test(run);
      if (run.recorder !== null) formula = joined(formula, ' ∨ ', run.recorder.formula);
      if (holds) return left(run, `(${formula})`, true);
    }
    return left(run, `(${formula})`, false);
  };
}

function negation(test: Test): Test {
  return (run) => {
    const holds = test(run);
    return left(run, run.recorder === null ? '' : `¬(${run.recorder.formula})`, !holds);
  };
}

function joined(before: string, sign: string, part: string): string {
  return before === '' ? part : before + sign + part;
}

function left(run: Run, formula: string, holds: boolean): boolean {
  if (run.recorder !== null) run.recorder.formula = formula;
  return holds;
}

function factIs(fact: string, expected: string, scope: Scope): Test {
  const slot = scope.slot(fact);
  return (run) => {
    const value = choiceAt(run, slot);
    const holds = value === expected;
    if (run.recorder !== null) run.recorder.formula = `${fact}: ${value} ${holds ? '=' : '≠'} ${expected}`;
    return holds;
  };
}

function factBounds(predicate: FactBounds, scope: Scope): Test {
  const slot = scope.slot(predicate.fact);
  switch (scope.type(predicate.fact)) {
    case 'money':
      return bounds(predicate, (run) => moneyAt(run, slot), (operand) => moneyOperand(operand, scope), MONEY);
    case 'integer':
      return bounds(predicate, (run) => integerAt(run, slot), (operand) => integerOperand(operand, scope), INTEGER);
    case 'number':
    case 'percent':
      return bounds(predicate, (run) => ratioAt(run, slot), (operand) => ratioOperand(operand, scope), RATIO);
    case 'date':
      return bounds(predicate, (run) => textAt(run, slot), (operand) => dateOperand(operand, scope), DATE);
    case 'boolean':
    case 'choice':
      throw new BrokenInvariant(`The fact ${predicate.fact} has no order.`);
  }
}

const BOUNDS: readonly Bound[] = ['atLeast', 'above', 'atMost', 'below', 'equals'];

function bounds<T>(
  predicate: FactBounds,
  fact: Value<T>,
  operand: (of: NonNullable<FactBounds[Bound]>) => Value<T>,
  order: Order<T>,
): Test {
  const tests: Test[] = [];
  for (const bound of BOUNDS) {
    const limit = predicate[bound];
    if (limit !== undefined) tests.push(comparison(bound, fact, operand(limit), order));
  }
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : every(tests);
}

const SIGNS: Record<Bound, string> = { atLeast: '≥', above: '>', atMost: '≤', below: '<', equals: '=' };

function comparison<T>(bound: Bound, left: Value<T>, right: Value<T>, order: Order<T>): Test {
  const holds = outcome(bound);
  const sign = SIGNS[bound];
  return (run) => {
    const a = left(run);
    const b = right(run);
    if (run.recorder !== null) run.recorder.formula = `${order.show(a)} ${sign} ${order.show(b)}`;
    return holds(order.compare(a, b));
  };
}

/** What the comparison of two values must come to for a bound to hold. */
function outcome(bound: Bound): (compared: number) => boolean {
  switch (bound) {
    case 'atLeast':
      return (compared) => compared >= 0;
    case 'above':
      return (compared) => compared > 0;
    case 'atMost':
      return (compared) => compared <= 0;
    case 'below':
      return (compared) => compared < 0;
    case 'equals':
      return (compared) => compared === 0;
  }
}

/** `of / over − 1` against a percentage, multiplied out so that nothing is rounded; nothing before: it holds. */
function growth(of: string, over: string, strict: boolean, bound: GrowthBound, scope: Scope): Test {
  const now = scope.slot(of);
  const before = scope.slot(over);
  const percent: Value<Ratio> = ratioOperand(bound, scope);
  return (run) => {
    const after = moneyAt(run, now);
    const base = moneyAt(run, before);
    const { num, den } = percent(run);
    if (run.recorder !== null) {
      const rate = `${MONEY.show(after)} ÷ ${MONEY.show(base)} − 1`;
      run.recorder.formula = `${rate} ${strict ? '>' : '≥'} ${showRatio({ num, den })}%`;
    }
    if (base === 0n) return true;
    const grown = (after - base) * 100n * den;
    return strict ? grown > base * num : grown >= base * num;
  };
}
