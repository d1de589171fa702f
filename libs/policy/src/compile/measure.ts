import type { Shares } from '../assess/levels.js';
import type { ClauseReference } from '../assess/trace.js';
import type { RefusalCode } from '../assess/reason-code.js';
import { REFUSAL_TEXTS } from '../assess/texts.js';
import { factsOfAmount, factsOfPredicate } from '../schema/fact-uses.js';
import type { Places } from '../places/places.js';
import type { Measure, Policy } from '../policy.js';
import type { Condition, GrantClause, PayableClause, Share } from '../schema/clause.js';
import { passages, type Bilingual, type Quotes } from '../schema/primitives.js';
import { compileAmount } from './amounts.js';
import { compileBegins, type YearsSinceBegun } from './begins.js';
import { compileFact, type CompiledFact } from './facts.js';
import { compileLimit, type CompiledLimit } from './limits.js';
import { compilePredicate, type Test } from './predicates.js';
import { BrokenInvariant } from './run.js';
import type { Relations } from './relations.js';
import { ratioOfShare } from './shares.js';
import { Scope } from './scope.js';
import { compileSubject, type Derive } from './subject.js';
import type { AmountOf } from './values.js';

export interface CompiledCondition {
  readonly holds: Test;
  readonly otherwise: RefusalCode;
  readonly says: Bilingual;
  readonly facts: readonly string[];
}

export interface CompiledOverlap {
  readonly matter: 'year' | 'subject';
  /** Whether this claim belongs to the group; null if every one does. */
  readonly when: Test | null;
}

/** What makes a grant out of an amount. */
export interface CompiledGrant {
  readonly basis: GrantClause['basis'];
  readonly rises: boolean;
  readonly item: CompiledLimit | null;
  readonly total: CompiledLimit | null;
  readonly year: CompiledLimit | null;
  readonly pool: CompiledLimit | null;
  readonly quota: number | null;
  /** The shares of county and city in every amount; null if the policy's own division pays all. */
  readonly shares: Shares | null;
  readonly overlap: CompiledOverlap | null;
  /** What both levels together may grant in a year, where this is the county line of a city's measure. */
  readonly jointYear: CompiledLimit | null;
  readonly relations: Relations;
}

/** The words on which the steps of a trace rest. */
export interface References {
  readonly clause: ClauseReference;
  readonly period: ClauseReference;
  readonly overlap: ClauseReference;
}

/** A payable clause as closures over parsed facts. */
export interface CompiledMeasure {
  readonly measure: Measure;
  readonly clause: PayableClause;
  /** Null where the clause promises nothing beyond the year of the matter. */
  readonly begins: YearsSinceBegun | null;
  readonly facts: readonly CompiledFact[];
  readonly factNames: ReadonlySet<string>;
  readonly conditions: readonly CompiledCondition[];
  readonly amount: AmountOf;
  readonly amountFacts: readonly string[];
  /** How the subject is found: derived from the facts, named by the claimant, or none at all. */
  readonly subject: Derive | 'given' | null;
  /** Null for a loan limit, which pays nothing. */
  readonly grant: CompiledGrant | null;
  readonly references: References;
}

export function compileMeasure(
  measure: Measure,
  clause: PayableClause,
  relations: Relations,
  places: Places,
): CompiledMeasure {
  const declared = clause.facts ?? [];
  const scope = new Scope(declared);
  return {
    measure,
    clause,
    begins: clause.kind === 'grant' && clause.begins !== undefined ? compileBegins(clause.begins, scope) : null,
    facts: declared.map(compileFact),
    factNames: new Set(declared.map((fact) => fact.name)),
    conditions: (clause.conditions ?? []).map((condition) => compileCondition(condition, scope)),
    amount: compileAmount(clause.amount, scope),
    amountFacts: [...new Set(factsOfAmount(clause.amount))],
    subject: subjectOf(clause, scope),
    grant: clause.kind === 'grant' ? compileGrant(clause, relations, scope, hasCounties(measure.policy, places)) : null,
    references: referencesOf(measure),
  };
}

function compileCondition(condition: Condition, scope: Scope): CompiledCondition {
  const otherwise = condition.otherwise ?? 'CONDITION_NOT_MET';
  return {
    holds: compilePredicate(condition.require, scope),
    otherwise,
    says: condition.says ?? REFUSAL_TEXTS[otherwise],
    facts: [...new Set(factsOfPredicate(condition.require))],
  };
}

function subjectOf(clause: PayableClause, scope: Scope): Derive | 'given' | null {
  if (clause.kind !== 'grant' || clause.subject === undefined) return null;
  return compileSubject(clause.subject, scope) ?? 'given';
}

/** 东莞, 中山, 儋州 and 嘉峪关 have none: what a document shares between city and county, the city pays alone. */
function hasCounties({ division, period }: Policy, places: Places): boolean {
  return !places.has(division) || places.countiesOf(division, period.from).length > 0;
}

function compileGrant(clause: GrantClause, relations: Relations, scope: Scope, isShared: boolean): CompiledGrant {
  const { limits = {}, overlap } = clause;
  return {
    basis: clause.basis,
    rises: clause.rises ?? false,
    item: compileLimit(limits.item, scope),
    total: compileLimit(limits.total, scope),
    year: compileLimit(limits.year, scope),
    pool: compileLimit(limits.pool, scope),
    quota: limits.quota ?? null,
    shares: clause.split === undefined || !isShared ? null : sharesOf(clause.split),
    overlap:
      overlap === undefined
        ? null
        : { matter: overlap.matter, when: overlap.when === undefined ? null : compilePredicate(overlap.when, scope) },
    jointYear: compileLimit(relations.countyLineOf?.year, scope),
    relations,
  };
}

function sharesOf(split: readonly Share[]): Shares {
  const [county, city] = (['county', 'city'] as const).map((payer) => split.find((share) => share.payer === payer));
  if (county === undefined || city === undefined) throw new BrokenInvariant('A split lacks the city or the county.');
  return [ratioOfShare(county.share), ratioOfShare(city.share)];
}

function referencesOf({ id, policy, article, clause }: Measure): References {
  const reference = (number: string, quotes: Quotes | null | undefined): ClauseReference => ({
    measure: id,
    article: number,
    quote: passages(quotes).join(' … '),
  });
  return {
    clause: reference(article.number ?? '', clause.quote),
    period: reference('', policy.period.quote),
    overlap: reference('', policy.overlapRule?.quote),
  };
}
