import type { SubjectRule } from '../schema/clause.js';
import { compilePredicate } from './predicates.js';
import { BrokenInvariant, textAt, type Run } from './run.js';
import type { Scope } from './scope.js';

/** Derives the subject of a claim from its facts; null if none of the cases holds. */
export type Derive = (run: Run) => string | null;

/** Null where the claimant names the subject. */
export function compileSubject(rule: SubjectRule, scope: Scope): Derive | null {
  if (rule === 'given') return null;
  if ('fixed' in rule) return () => rule.fixed;
  if ('fact' in rule) {
    const slot = scope.slot(rule.fact);
    return (run) => textAt(run, slot);
  }
  if ('step' in rule) {
    return (run) => {
      if (run.threshold === null) throw new BrokenInvariant('The subject is a step, but the amount has none.');
      return run.threshold;
    };
  }
  const cases = rule.cases.map(({ when, is }) => ({ holds: compilePredicate(when, scope), is }));
  return (run) => cases.find(({ holds }) => holds(run))?.is ?? null;
}
