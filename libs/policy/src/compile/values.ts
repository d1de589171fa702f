import { compareRatios, decimalOf, formatYuan, parseDecimal, parseYuan, type Fen, type Ratio } from '@duixian/money';

import type { Recorder } from '../assess/trace.js';
import type { Operand } from '../schema/predicate.js';
import { plusYears, yearOf } from './dates.js';
import { BrokenInvariant, integerAt, moneyAt, ratioAt, textAt, type Run } from './run.js';
import type { Scope } from './scope.js';

/** A value reckoned when a claim is assessed. */
export type Value<T> = (run: Run) => T;

/** An amount in fen, exact. Leaves its formula with the recorder. */
export type AmountOf = Value<Ratio>;

/** How values of one type are compared and shown. */
export interface Order<T> {
  readonly compare: (a: T, b: T) => number;
  readonly show: (value: T) => string;
}

export const MONEY: Order<Fen> = { compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0), show: formatYuan };
export const INTEGER: Order<number> = { compare: (a, b) => a - b, show: String };
export const DATE: Order<string> = { compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0), show: String };
export const RATIO: Order<Ratio> = { compare: compareRatios, show: showRatio };

/** An exact number as a decimal; as a fraction where the decimal would not end soon. */
export function showRatio({ num, den }: Ratio): string {
  if (den === 1n) return num.toString();
  const sign = num < 0n ? '-' : '';
  const size = num < 0n ? -num : num;
  let rest = size % den;
  let decimals = '';
  while (rest !== 0n && decimals.length < 12) {
    decimals += ((rest * 10n) / den).toString();
    rest = (rest * 10n) % den;
  }
  if (rest !== 0n) return `${sign}${size}/${den}`;
  return decimals === '' ? `${sign}${size / den}` : `${sign}${size / den}.${decimals}`;
}

export function moneyConstant(text: string): Fen {
  const amount = parseYuan(text);
  if (amount === null) throw new BrokenInvariant(`${text} is not an amount of money.`);
  return amount;
}

/** A number of the policy, exactly as written. */
export function ratioConstant(constant: string | number): Ratio {
  const value = typeof constant === 'number' ? decimalOf(constant) : parseDecimal(constant);
  if (value === null) throw new BrokenInvariant(`${constant} is not a number.`);
  return value;
}

/** One side of a comparison: its value, and how it is shown. */
export interface Term<T> {
  readonly of: Value<T>;
  readonly show: (value: T, recorder: Recorder) => string;
}

export function constantTerm<T>(value: T, order: Order<T>): Term<T> {
  const text = order.show(value);
  return { of: () => value, show: () => text };
}

export function factTerm<T>(slot: number, of: Value<T>, order: Order<T>): Term<T> {
  return { of, show: (value, recorder) => recorder.fact(slot, value, order.show) };
}

/** A value that is reckoned. */
export function term<T>(of: Value<T>, order: Order<T>): Term<T> {
  return { of, show: order.show };
}

export function moneyTerm(operand: Operand, scope: Scope): Term<Fen> {
  if (typeof operand === 'string') return constantTerm(moneyConstant(operand), MONEY);
  const slot = scope.slot(factOf(operand));
  return factTerm(slot, (run) => moneyAt(run, slot), MONEY);
}

export function ratioTerm(operand: Operand, scope: Scope): Term<Ratio> {
  if (typeof operand !== 'object') return constantTerm(ratioConstant(operand), RATIO);
  const slot = scope.slot(factOf(operand));
  return factTerm(slot, (run) => ratioAt(run, slot), RATIO);
}

export function integerTerm(operand: Operand, scope: Scope): Term<number> {
  if (typeof operand === 'number') return constantTerm(operand, INTEGER);
  if (typeof operand === 'object' && 'yearOf' in operand) {
    const slot = scope.slot(operand.yearOf);
    return term((run) => yearOf(textAt(run, slot)), INTEGER);
  }
  const slot = scope.slot(factOf(operand));
  const plus = typeof operand === 'object' && 'plus' in operand ? operand.plus : 0;
  return term((run) => integerAt(run, slot) + plus, INTEGER);
}

export function dateTerm(operand: Operand, scope: Scope): Term<string> {
  if (typeof operand === 'string') return constantTerm(operand, DATE);
  const slot = scope.slot(factOf(operand));
  if (typeof operand === 'object' && 'plusYears' in operand) {
    const years = operand.plusYears;
    return term((run) => plusYears(textAt(run, slot), years), DATE);
  }
  return term((run) => textAt(run, slot), DATE);
}

function factOf(operand: Operand): string {
  if (typeof operand !== 'object' || !('fact' in operand)) throw new BrokenInvariant('The operand names no fact.');
  return operand.fact;
}
