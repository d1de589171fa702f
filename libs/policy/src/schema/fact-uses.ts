import type { Amount } from './amount.js';
import type { FactType, GrantClause, Limit, PayableClause } from './clause.js';
import type { Operand, Predicate } from './predicate.js';
import type { Path } from '../load/problem.js';
import { PROPOSED } from './proposed.js';

/** A place where a clause uses a fact, and the types that make sense there. */
export interface FactUse {
  readonly name: string;
  readonly types: readonly FactType[];
  readonly path: Path;
}

const MONEY: readonly FactType[] = ['money'];
const COUNT: readonly FactType[] = ['integer', 'number'];
const KEY: readonly FactType[] = ['choice', 'boolean'];
const ORDERED: readonly FactType[] = ['money', 'integer', 'number', 'percent', 'date'];

export function factsOfAmount(amount: Amount): string[] {
  return [...amountUses(amount, [])].map((use) => use.name);
}

export function factsOfPredicate(predicate: Predicate): string[] {
  return [...predicateUses(predicate, [])].map((use) => use.name);
}

/** Every use of a fact in a clause, in the order of the clause. */
export function* clauseUses(clause: PayableClause): Generator<FactUse> {
  if (clause.kind === 'grant') {
    yield* subjectUses(clause);
    yield* beginsUses(clause);
  }
  for (const [index, condition] of (clause.conditions ?? []).entries()) {
    yield* predicateUses(condition.require, ['conditions', index, 'require']);
  }
  yield* amountUses(clause.amount, ['amount']);
  if (clause.kind !== 'grant') return;
  const { item, total, year, pool } = clause.limits ?? {};
  for (const [name, limit] of Object.entries({ item, total, year, pool })) yield* limitUses(limit, ['limits', name]);
  if (clause.overlap?.when !== undefined) yield* predicateUses(clause.overlap.when, ['overlap', 'when']);
  if (clause.invoiced !== undefined) yield { name: clause.invoiced.fact, types: MONEY, path: ['invoiced', 'fact'] };
}

function* subjectUses({ subject }: GrantClause): Generator<FactUse> {
  if (subject === undefined || subject === 'given') return;
  if ('fact' in subject) yield { name: subject.fact, types: ['choice'], path: ['subject', 'fact'] };
  if (!('cases' in subject)) return;
  for (const [index, { when }] of subject.cases.entries()) {
    yield* predicateUses(when, ['subject', 'cases', index, 'when']);
  }
}

function* beginsUses({ begins }: GrantClause): Generator<FactUse> {
  if (begins === undefined) return;
  const { yearsBefore, when } = begins;
  if (typeof yearsBefore === 'object' && 'ordinal' in yearsBefore) {
    yield { name: yearsBefore.ordinal, types: ['integer'], path: ['begins', 'yearsBefore', 'ordinal'] };
  }
  if (when !== undefined) yield* predicateUses(when, ['begins', 'when']);
}

function* limitUses(limit: Limit | undefined, path: Path): Generator<FactUse> {
  if (typeof limit === 'object') yield { name: limit.choose.by, types: KEY, path: [...path, 'choose', 'by'] };
}

export function* predicateUses(predicate: Predicate, path: Path): Generator<FactUse> {
  if ('all' in predicate) yield* eachPredicate(predicate.all, [...path, 'all']);
  else if ('any' in predicate) yield* eachPredicate(predicate.any, [...path, 'any']);
  else if ('not' in predicate) yield* predicateUses(predicate.not, [...path, 'not']);
  else if ('is' in predicate) yield { name: predicate.fact, types: KEY, path: [...path, 'fact'] };
  else if ('year' in predicate) yield* operandUses(predicate.year.equals, [...path, 'year', 'equals']);
  else if ('growth' in predicate) {
    yield { name: predicate.growth.of, types: MONEY, path: [...path, 'growth', 'of'] };
    yield { name: predicate.growth.over, types: MONEY, path: [...path, 'growth', 'over'] };
    const { atLeast, above } = predicate;
    if (typeof atLeast === 'object') yield { name: atLeast.fact, types: ['percent'], path: [...path, 'atLeast'] };
    if (typeof above === 'object') yield { name: above.fact, types: ['percent'], path: [...path, 'above'] };
  } else if ('fact' in predicate) {
    yield { name: predicate.fact, types: ORDERED, path: [...path, 'fact'] };
    const { atLeast, above, atMost, below, equals } = predicate;
    for (const [bound, operand] of Object.entries({ atLeast, above, atMost, below, equals })) {
      if (operand !== undefined) yield* operandUses(operand, [...path, bound]);
    }
  }
}

function* eachPredicate(predicates: readonly Predicate[], path: Path): Generator<FactUse> {
  for (const [index, predicate] of predicates.entries()) yield* predicateUses(predicate, [...path, index]);
}

function* operandUses(operand: Operand, path: Path): Generator<FactUse> {
  if (typeof operand !== 'object') return;
  if ('yearOf' in operand) yield { name: operand.yearOf, types: ['date'], path: [...path, 'yearOf'] };
  else if ('plusYears' in operand) yield { name: operand.fact, types: ['date'], path: [...path, 'fact'] };
  else if ('plus' in operand) yield { name: operand.fact, types: ['integer'], path: [...path, 'fact'] };
  else yield { name: operand.fact, types: ORDERED, path: [...path, 'fact'] };
}

export function* amountUses(amount: Amount, path: Path): Generator<FactUse> {
  if ('fact' in amount) yield { name: amount.fact, types: MONEY, path: [...path, 'fact'] };
  else if ('asProposed' in amount) yield { name: PROPOSED, types: MONEY, path: [...path, 'asProposed'] };
  else if ('upTo' in amount) yield { name: PROPOSED, types: MONEY, path: [...path, 'upTo'] };
  else if ('choose' in amount) yield { name: amount.choose.by, types: KEY, path: [...path, 'choose', 'by'] };
  else if ('tiers' in amount) {
    yield { name: amount.tiers.of, types: ['money', ...COUNT], path: [...path, 'tiers', 'of'] };
  } else if ('steps' in amount) {
    for (const name of [amount.steps.of, ...amount.steps.before]) {
      yield { name, types: MONEY, path: [...path, 'steps', 'of'] };
    }
  } else if ('schedule' in amount && 'fact' in amount.schedule.by) {
    yield { name: amount.schedule.by.fact, types: ['integer'], path: [...path, 'schedule', 'by'] };
  } else if ('perUnit' in amount) {
    for (const name of amount.perUnit.units) yield { name, types: COUNT, path: [...path, 'perUnit', 'units'] };
  } else if ('perFull' in amount) yield { name: amount.perFull.of, types: MONEY, path: [...path, 'perFull', 'of'] };
  else if ('prorated' in amount) yield { name: amount.prorated.by, types: COUNT, path: [...path, 'prorated', 'by'] };
  else if ('rate' in amount && typeof amount.rate.of === 'string') {
    yield { name: amount.rate.of, types: MONEY, path: [...path, 'rate', 'of'] };
  } else if ('composite' in amount) {
    for (const [index, { when }] of amount.composite.parts.entries()) {
      if (when !== undefined) yield* predicateUses(when, [...path, 'composite', 'parts', index, 'when']);
    }
  }
  for (const { amount: part, path: place } of partsOf(amount, path)) yield* amountUses(part, place);
}

export interface Placed {
  readonly amount: Amount;
  readonly path: Path;
}

/** The amounts directly inside an amount. */
export function partsOf(amount: Amount, path: Path): Placed[] {
  if ('rate' in amount) return placed(amount.rate.of, [...path, 'rate', 'of']);
  if ('upTo' in amount) return placed(amount.upTo, [...path, 'upTo']);
  if ('lesserOf' in amount) return listed(amount.lesserOf, [...path, 'lesserOf']);
  if ('greaterOf' in amount) return listed(amount.greaterOf, [...path, 'greaterOf']);
  if ('difference' in amount) return listed(amount.difference, [...path, 'difference']);
  if ('prorated' in amount) return placed(amount.prorated.amount, [...path, 'prorated', 'amount']);
  if ('schedule' in amount) return listed(amount.schedule.entries, [...path, 'schedule', 'entries']);
  if ('choose' in amount) {
    const values = Object.entries(amount.choose.values);
    return values.map(([value, inner]) => ({ amount: inner, path: [...path, 'choose', 'values', value] }));
  }
  if ('tiers' in amount) {
    return amount.tiers.bands.map((band, index) => ({
      amount: band.pays,
      path: [...path, 'tiers', 'bands', index, 'pays'],
    }));
  }
  if ('composite' in amount) {
    return amount.composite.parts.map((part, index) => ({
      amount: part.pays,
      path: [...path, 'composite', 'parts', index, 'pays'],
    }));
  }
  return [];
}

function placed(amount: Amount | string, path: Path): Placed[] {
  return typeof amount === 'string' ? [] : [{ amount, path }];
}

function listed(amounts: readonly Amount[], path: Path): Placed[] {
  return amounts.map((amount, index) => ({ amount, path: [...path, index] }));
}
