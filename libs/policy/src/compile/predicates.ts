import type { Bound, FactBounds, GrowthBound, Operand, Predicate } from '../schema/predicate.js';
import { BrokenInvariant, choiceAt, moneyAt, type Run } from './run.js';
import type { Scope } from './scope.js';
import {
  DATE,
  dateTerm,
  INTEGER,
  integerTerm,
  MONEY,
  moneyTerm,
  RATIO,
  ratioTerm,
  showRatio,
  term,
  type Order,
  type Term,
} from './values.js';

/** Whether a condition holds. Leaves its formula with the recorder. */
export type Test = (run: Run) => boolean;

const programmeYear = term((run) => run.year, INTEGER);
const sinceFirstGrant = term((run) => run.year - (run.history.firstYear() ?? run.year), INTEGER);
const grantedYears = term((run) => run.history.yearsGrantedBefore(run.year), INTEGER);

export function compilePredicate(predicate: Predicate, scope: Scope): Test {
  if ('all' in predicate) return every(predicate.all.map((part) => compilePredicate(part, scope)));
  if ('any' in predicate) return some(predicate.any.map((part) => compilePredicate(part, scope)));
  if ('not' in predicate) return negation(compilePredicate(predicate.not, scope));
  if ('is' in predicate) return factIs(predicate.fact, String(predicate.is), scope);
  if ('year' in predicate) {
    return comparison('equals', programmeYear, integerTerm(predicate.year.equals, scope), INTEGER);
  }
  if ('growth' in predicate) {
    const { of, over } = predicate.growth;
    if (predicate.atLeast !== undefined) return growth(of, over, false, predicate.atLeast, scope);
    if (predicate.above !== undefined) return growth(of, over, true, predicate.above, scope);
    throw new BrokenInvariant('A growth condition has no bound.');
  }
  if ('yearsSinceFirstGrant' in predicate) {
    return comparison('below', sinceFirstGrant, integerTerm(predicate.yearsSinceFirstGrant.below, scope), INTEGER);
  }
  if ('grantedYears' in predicate) {
    return comparison('below', grantedYears, integerTerm(predicate.grantedYears.below, scope), INTEGER);
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
    if (run.recorder !== null) run.recorder.formula = `${fact}: ${value} = ${expected}`;
    return value === expected;
  };
}

function factBounds(predicate: FactBounds, scope: Scope): Test {
  const { fact } = predicate;
  switch (scope.type(fact)) {
    case 'money':
      return bounds(predicate, moneyTerm, MONEY, scope);
    case 'integer':
      return bounds(predicate, integerTerm, INTEGER, scope);
    case 'number':
    case 'percent':
      return bounds(predicate, ratioTerm, RATIO, scope);
    case 'date':
      return bounds(predicate, dateTerm, DATE, scope);
    case 'boolean':
    case 'choice':
      throw new BrokenInvariant(`The fact ${fact} has no order.`);
  }
}

const BOUNDS: readonly Bound[] = ['atLeast', 'above', 'atMost', 'below', 'equals'];

function bounds<T>(
  predicate: FactBounds,
  term: (operand: Operand, scope: Scope) => Term<T>,
  order: Order<T>,
  scope: Scope,
): Test {
  const fact = term({ fact: predicate.fact }, scope);
  const tests: Test[] = [];
  for (const bound of BOUNDS) {
    const operand = predicate[bound];
    if (operand !== undefined) tests.push(comparison(bound, fact, term(operand, scope), order));
  }
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : every(tests);
}

const SIGNS: Record<Bound, string> = { atLeast: '≥', above: '>', atMost: '≤', below: '<', equals: '=' };

function comparison<T>(bound: Bound, left: Term<T>, right: Term<T>, order: Order<T>): Test {
  const holds = outcome(bound);
  const sign = ` ${SIGNS[bound]} `;
  return (run) => {
    const a = left.of(run);
    const b = right.of(run);
    const { recorder } = run;
    if (recorder !== null) recorder.formula = left.show(a, recorder) + sign + right.show(b, recorder);
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
  const percent = ratioTerm(bound, scope);
  return (run) => {
    const after = moneyAt(run, now);
    const base = moneyAt(run, before);
    const { num, den } = percent.of(run);
    const { recorder } = run;
    if (recorder !== null) {
      const rate = `${recorder.fact(now, after, MONEY.show)} ÷ ${recorder.fact(before, base, MONEY.show)} − 1`;
      recorder.formula = `${rate} ${strict ? '>' : '≥'} ${showRatio({ num, den })}%`;
    }
    if (base === 0n) return true;
    const grown = (after - base) * 100n * den;
    return strict ? grown > base * num : grown >= base * num;
  };
}
