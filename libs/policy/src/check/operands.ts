import { parseDecimal, parseYuan } from '@duixian/money';

import { isDate } from '../compile/dates.js';
import type { Fault, Path } from '../load/problem.js';
import { rightForm } from '../load/right-form.js';
import type { Fact, FactType, PayableClause } from '../schema/clause.js';
import type { Bound, Operand, Predicate } from '../schema/predicate.js';
import { partsOf, type Placed } from '../schema/fact-uses.js';

/** Constants, and facts compared with each other, fit the type of the fact that they are compared with. */
export function operandFaults(clause: PayableClause): Fault[] {
  const facts = new Map((clause.facts ?? []).map((fact) => [fact.name, fact]));
  return [...predicatesOf(clause)].flatMap(({ predicate, path }) => predicateFaults(predicate, path, facts));
}

interface PlacedPredicate {
  readonly predicate: Predicate;
  readonly path: Path;
}

function* predicatesOf(clause: PayableClause): Generator<PlacedPredicate> {
  for (const [index, { require }] of (clause.conditions ?? []).entries()) {
    yield { predicate: require, path: ['conditions', index, 'require'] };
  }
  yield* predicatesIn({ amount: clause.amount, path: ['amount'] });
  if (clause.kind !== 'grant') return;
  if (typeof clause.subject === 'object' && 'cases' in clause.subject) {
    for (const [index, { when }] of clause.subject.cases.entries()) {
      yield { predicate: when, path: ['subject', 'cases', index, 'when'] };
    }
  }
  if (clause.overlap?.when !== undefined) yield { predicate: clause.overlap.when, path: ['overlap', 'when'] };
}

function* predicatesIn({ amount, path }: Placed): Generator<PlacedPredicate> {
  if ('composite' in amount) {
    for (const [index, { when }] of amount.composite.parts.entries()) {
      if (when !== undefined) yield { predicate: when, path: [...path, 'composite', 'parts', index, 'when'] };
    }
  }
  for (const part of partsOf(amount, path)) yield* predicatesIn(part);
}

type Facts = ReadonlyMap<string, Fact>;

function predicateFaults(predicate: Predicate, path: Path, facts: Facts): Fault[] {
  if ('all' in predicate)
    return predicate.all.flatMap((part, index) => predicateFaults(part, [...path, 'all', index], facts));
  if ('any' in predicate)
    return predicate.any.flatMap((part, index) => predicateFaults(part, [...path, 'any', index], facts));
  if ('not' in predicate) return predicateFaults(predicate.not, [...path, 'not'], facts);
  if ('year' in predicate) return mismatch(predicate.year.equals, 'integer', [...path, 'year', 'equals'], facts);
  if ('is' in predicate) return valueFaults(predicate.is, facts.get(predicate.fact), [...path, 'is']);
  if (!('fact' in predicate)) return [];
  const type = facts.get(predicate.fact)?.type;
  if (type === undefined) return [];
  return BOUNDS.flatMap((bound) => {
    const operand = predicate[bound];
    return operand === undefined ? [] : mismatch(operand, type, [...path, bound], facts);
  });
}

const BOUNDS: readonly Bound[] = ['atLeast', 'above', 'atMost', 'below', 'equals'];

function valueFaults(value: string | boolean, fact: Fact | undefined, path: Path): Fault[] {
  const values = fact?.type === 'choice' ? Object.keys(fact.values) : ['true', 'false'];
  if (values.includes(String(value))) return [];
  return [
    {
      path,
      message: {
        zh: `${fact?.name ?? ''} 没有取值 ${String(value)}：应为 ${values.join('、')}`,
        en: `${fact?.name ?? ''} has no value ${String(value)}: write one of ${values.join(', ')}`,
      },
    },
  ];
}

function mismatch(operand: Operand, type: FactType, path: Path, facts: Facts): Fault[] {
  if (typeof operand === 'object') {
    const other = 'yearOf' in operand ? 'integer' : facts.get(operand.fact)?.type;
    return other === type ? [] : [{ path, message: notOfType(type) }];
  }
  return fits(operand, type) ? [] : [{ path, message: notOfType(type, operand) }];
}

function fits(constant: string | number, type: FactType): boolean {
  switch (type) {
    case 'money':
      return typeof constant === 'string' && parseYuan(constant) !== null;
    case 'integer':
      return Number.isSafeInteger(constant);
    case 'number':
    case 'percent':
      return typeof constant === 'number' || parseDecimal(constant) !== null;
    case 'date':
      return isDate(constant);
    case 'boolean':
    case 'choice':
      return false;
  }
}

function notOfType(type: FactType, written?: string | number): Fault['message'] {
  const example = type === 'money' || type === 'percent' || type === 'date' ? rightForm(written, type) : undefined;
  if (example !== undefined) {
    return {
      zh: `比较的两边类型须一致，此处应为 ${type}：请写 ${example}`,
      en: `Both sides of a comparison must be of one type, here a ${type}: write ${example}`,
    };
  }
  return {
    zh: `比较的两边类型须一致：此处应为 ${type}（金额写成带引号的元，如 '50000.00'）`,
    en: `Both sides of a comparison must be of one type: write a ${type} here (money as quoted yuan, like '50000.00')`,
  };
}
