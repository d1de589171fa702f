import { compareRatios, decimalOf, fen, parseDecimal, parseYuan, type Fen, type Ratio } from '@duixian/money';

import type { Fact } from '../schema/clause.js';
import { isDate } from './dates.js';
import type { FactValue } from './run.js';

/** A declared fact with its parser. */
export interface CompiledFact {
  readonly name: string;
  readonly declaration: Fact;
  /** The value as stated in a claim, parsed; undefined if it is missing or wrong. */
  read(stated: unknown): FactValue | undefined;
}

export function compileFact(declaration: Fact): CompiledFact {
  return { name: declaration.name, declaration, read: reader(declaration) };
}

function reader(fact: Fact): (stated: unknown) => FactValue | undefined {
  switch (fact.type) {
    case 'money':
      return bounded(readMoney, fact, (value) => ({ num: value, den: 100n }));
    case 'integer':
      return bounded(readInteger, fact, (value) => ({ num: BigInt(value), den: 1n }));
    case 'number':
      return bounded(readNumber, fact, (value) => value);
    case 'percent':
      return bounded(readDecimal, fact, (value) => value);
    case 'date':
      return (stated) => (isDate(stated) ? stated : undefined);
    case 'boolean':
      return (stated) => (typeof stated === 'boolean' ? stated : undefined);
    case 'choice': {
      const values = new Set(Object.keys(fact.values));
      return (stated) => (typeof stated === 'string' && values.has(stated) ? stated : undefined);
    }
  }
}

/** Yuan as a text with at most two decimals, or as a whole number; not negative. */
export function readMoney(stated: unknown): Fen | undefined {
  if (typeof stated === 'string') return parseYuan(stated) ?? undefined;
  if (typeof stated !== 'number' || !Number.isSafeInteger(stated) || stated < 0) return undefined;
  return fen(BigInt(stated) * 100n);
}

function readInteger(stated: unknown): number | undefined {
  return typeof stated === 'number' && Number.isSafeInteger(stated) && stated >= 0 ? stated : undefined;
}

function readNumber(stated: unknown): Ratio | undefined {
  const value = readDecimal(stated);
  const negative = value !== undefined && (value.num < 0n || (typeof stated === 'string' && stated.startsWith('-')));
  return negative ? undefined : value;
}

function readDecimal(stated: unknown): Ratio | undefined {
  if (typeof stated === 'number') return decimalOf(stated) ?? undefined;
  if (typeof stated === 'string') return parseDecimal(stated) ?? undefined;
  return undefined;
}

interface Bounds {
  min?: number | undefined;
  above?: number | undefined;
  max?: number | undefined;
}

function bounded<T extends FactValue>(
  read: (stated: unknown) => T | undefined,
  bounds: Bounds,
  measured: (value: T) => Ratio,
): (stated: unknown) => T | undefined {
  const min = bounds.min === undefined ? null : decimalOf(bounds.min);
  const above = bounds.above === undefined ? null : decimalOf(bounds.above);
  const max = bounds.max === undefined ? null : decimalOf(bounds.max);
  if (min === null && above === null && max === null) return read;
  return (stated) => {
    const value = read(stated);
    if (value === undefined) return undefined;
    const size = measured(value);
    const within =
      (min === null || compareRatios(size, min) >= 0) &&
      (above === null || compareRatios(size, above) > 0) &&
      (max === null || compareRatios(size, max) <= 0);
    return within ? value : undefined;
  };
}
