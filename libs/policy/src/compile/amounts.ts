import { addRatios, compareRatios, formatYuan, roundHalfUp, ZERO, type Fen, type Ratio } from '@duixian/money';

import type { Amount, Part, PerFull, PerUnit } from '../schema/amount.js';
import { compilePredicate, type Test } from './predicates.js';
import { PROPOSED } from '../schema/proposed.js';
import { BrokenInvariant, choiceAt, integerAt, moneyAt, ratioAt } from './run.js';
import type { Scope } from './scope.js';
import { compileSteps } from './steps.js';
import { compileTiers } from './tiers.js';
import { moneyConstant, ratioConstant, showRatio, type AmountOf, type Value } from './values.js';

const NOTHING: Ratio = { num: 0n, den: 1n };

/** Compiles an amount; `parts` names the parts of the composite around it, so far. */
export function compileAmount(amount: Amount, scope: Scope, parts: readonly string[] = []): AmountOf {
  const inner = (nested: Amount): AmountOf => compileAmount(nested, scope, parts);
  if ('flat' in amount) return constant(amount.flat);
  if ('fact' in amount) return fact(amount.fact, scope);
  if ('part' in amount) return part(parts.indexOf(amount.part));
  if ('rate' in amount) {
    const { percent, of } = amount.rate;
    return rate(percent, typeof of === 'string' ? fact(of, scope) : inner(of));
  }
  if ('upTo' in amount)
    return upTo(typeof amount.upTo === 'string' ? constant(amount.upTo) : inner(amount.upTo), scope);
  if ('asProposed' in amount) return fact(PROPOSED, scope);
  if ('choose' in amount) return choose(amount.choose.by, amount.choose.values, inner, scope);
  if ('tiers' in amount) return compileTiers(amount.tiers, inner, scope);
  if ('steps' in amount) return compileSteps(amount.steps, scope);
  if ('schedule' in amount) return schedule(ordinal(amount.schedule.by, scope), amount.schedule.entries.map(inner));
  if ('perUnit' in amount) return perUnit(amount.perUnit, scope);
  if ('perFull' in amount) return perFull(amount.perFull, scope);
  if ('lesserOf' in amount) return extreme('min', amount.lesserOf.map(inner));
  if ('greaterOf' in amount) return extreme('max', amount.greaterOf.map(inner));
  if ('difference' in amount) return difference(inner(amount.difference[0]), inner(amount.difference[1]));
  if ('prorated' in amount) {
    return prorated(inner(amount.prorated.amount), amount.prorated.limit, scope.slot(amount.prorated.by));
  }
  return composite(amount.composite.parts, scope, parts);
}

function constant(text: string): AmountOf {
  const exact: Ratio = { num: moneyConstant(text), den: 1n };
  const formula = formatYuan(moneyConstant(text));
  return (run) => {
    if (run.recorder !== null) run.recorder.formula = formula;
    return exact;
  };
}

function fact(name: string, scope: Scope): AmountOf {
  const slot = scope.slot(name);
  return (run) => {
    const amount = moneyAt(run, slot);
    if (run.recorder !== null) run.recorder.formula = run.recorder.fact(slot, amount, formatYuan);
    return { num: amount, den: 1n };
  };
}

function part(index: number): AmountOf {
  return (run) => {
    const amount = run.parts[index];
    if (amount === undefined) throw new BrokenInvariant('The part is not reckoned yet.');
    if (run.recorder !== null) run.recorder.formula = showExact(amount);
    return amount;
  };
}

/** Exact fen as yuan, with more than two decimals where there are more. */
function showExact({ num, den }: Ratio): string {
  return num % den === 0n ? formatYuan(roundHalfUp({ num, den })) : showRatio({ num, den: den * 100n });
}

function rate(percent: string | number, of: AmountOf): AmountOf {
  const { num, den } = ratioConstant(percent);
  const hundredfold = den * 100n;
  return (run) => {
    const base = of(run);
    if (run.recorder !== null) run.recorder.formula = `${percent}% × ${run.recorder.formula}`;
    return { num: base.num * num, den: base.den === 1n ? hundredfold : base.den * hundredfold };
  };
}

/** The lead department's proposal; the limit is kept for the item cap. */
function upTo(limit: AmountOf, scope: Scope): AmountOf {
  const proposed = fact(PROPOSED, scope);
  return (run) => {
    run.upTo = roundHalfUp(limit(run));
    return proposed(run);
  };
}

function choose(
  by: string,
  values: Readonly<Record<string, Amount>>,
  inner: (amount: Amount) => AmountOf,
  scope: Scope,
): AmountOf {
  const slot = scope.slot(by);
  const amounts = new Map(Object.entries(values).map(([value, amount]) => [value, inner(amount)]));
  return (run) => {
    const amount = amounts.get(choiceAt(run, slot));
    if (amount === undefined) throw new BrokenInvariant(`No amount for a value of ${by}.`);
    return amount(run);
  };
}

function ordinal(by: { grantedYears: true } | { fact: string }, scope: Scope): Value<number> {
  if ('grantedYears' in by) return (run) => run.history.yearsGrantedBefore(run.year) + 1;
  const slot = scope.slot(by.fact);
  return (run) => integerAt(run, slot);
}

function schedule(ordinalOf: Value<number>, entries: readonly AmountOf[]): AmountOf {
  return (run) => {
    const entry = entries[ordinalOf(run) - 1];
    if (entry !== undefined) return entry(run);
    run.refusal = 'SCHEDULE_EXHAUSTED';
    return NOTHING;
  };
}

function perUnit({ amount, units }: PerUnit, scope: Scope): AmountOf {
  const price = moneyConstant(amount);
  const slots = units.map((unit) => scope.slot(unit));
  return (run) => {
    let num: bigint = price;
    let den = 1n;
    let formula = run.recorder === null ? '' : formatYuan(price);
    for (const slot of slots) {
      const count = ratioAt(run, slot);
      num *= count.num;
      den *= count.den;
      if (run.recorder !== null) formula += ` × ${showRatio(count)}`;
    }
    if (run.recorder !== null) run.recorder.formula = formula;
    return { num, den };
  };
}

function perFull({ each, of, pays, atMost }: PerFull, scope: Scope): AmountOf {
  const size = moneyConstant(each);
  const price = moneyConstant(pays);
  const limit: Fen | null = atMost === undefined ? null : moneyConstant(atMost);
  const slot = scope.slot(of);
  return (run) => {
    const spent = moneyAt(run, slot);
    const reckoned = (spent / size) * price;
    if (run.recorder !== null) {
      const product = `floor(${formatYuan(spent)} ÷ ${formatYuan(size)}) × ${formatYuan(price)}`;
      run.recorder.formula = limit === null ? product : `min(${product}, ${formatYuan(limit)})`;
    }
    return { num: limit !== null && reckoned > limit ? limit : reckoned, den: 1n };
  };
}

/** The least or the greatest of several amounts. */
function extreme(which: 'min' | 'max', amounts: readonly AmountOf[]): AmountOf {
  const sign = which === 'min' ? 1 : -1;
  return (run) => {
    let found: Ratio | null = null;
    const formulas: string[] = [];
    for (const amount of amounts) {
      const candidate = amount(run);
      if (run.recorder !== null) formulas.push(run.recorder.formula);
      if (found === null || sign * compareRatios(candidate, found) < 0) found = candidate;
    }
    if (run.recorder !== null) run.recorder.formula = `${which}(${formulas.join(', ')})`;
    return found ?? NOTHING;
  };
}

function difference(minuend: AmountOf, subtrahend: AmountOf): AmountOf {
  return (run) => {
    const a = minuend(run);
    const formula = run.recorder?.formula ?? '';
    const b = subtrahend(run);
    if (run.recorder !== null) run.recorder.formula = `max(0.00, ${formula} − (${run.recorder.formula}))`;
    const exact = addRatios(a, { num: -b.num, den: b.den });
    return exact.num < 0n ? NOTHING : exact;
  };
}

function prorated(amount: AmountOf, limit: number, slot: number): AmountOf {
  const full = ratioConstant(limit);
  return (run) => {
    const whole = amount(run);
    const size = ratioAt(run, slot);
    if (run.recorder !== null) {
      run.recorder.formula = `${run.recorder.formula} × min(1, ${showRatio(full)} ÷ ${showRatio(size)})`;
    }
    if (compareRatios(size, full) <= 0) return whole;
    return { num: whole.num * full.num * size.den, den: whole.den * full.den * size.num };
  };
}

interface CompiledPart {
  readonly when: Test | null;
  readonly pays: AmountOf;
}

function composite(parts: readonly Part[], scope: Scope, outer: readonly string[]): AmountOf {
  const names = [...outer];
  const compiled = parts.map(({ name, when, pays }): CompiledPart => {
    const amount = compileAmount(pays, scope, names);
    names.push(name);
    return { when: when === undefined ? null : compilePredicate(when, scope), pays: amount };
  });
  return (run) => {
    const before = run.parts;
    const reckoned = [...before];
    run.parts = reckoned;
    let sum = NOTHING;
    let formula = '';
    for (const { when, pays } of compiled) {
      const due = when === null || when(run);
      const amount = due ? pays(run) : NOTHING;
      if (run.recorder !== null && due) {
        formula = formula === '' ? run.recorder.formula : `${formula} + ${run.recorder.formula}`;
      }
      reckoned.push(amount);
      sum = addRatios(sum, amount);
    }
    run.parts = before;
    if (run.recorder !== null) run.recorder.formula = formula === '' ? formatYuan(ZERO) : `(${formula})`;
    return sum;
  };
}
