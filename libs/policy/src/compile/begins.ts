import type { Begins } from '../schema/clause.js';
import { compilePredicate } from './predicates.js';
import { integerAt, type Run } from './run.js';
import type { Scope } from './scope.js';
import type { Value } from './values.js';

/** How many whole years before its matter the promise of a claim began; 0 where the matter is its first year. */
export type YearsSinceBegun = Value<number>;

export function compileBegins({ yearsBefore, when }: Begins, scope: Scope): YearsSinceBegun {
  const years = compileYears(yearsBefore, scope);
  if (when === undefined) return years;
  const applies = compilePredicate(when, scope);
  return (run) => (applies(run) ? years(run) : 0);
}

function compileYears(years: Begins['yearsBefore'], scope: Scope): YearsSinceBegun {
  if (typeof years === 'number') return () => years;
  if ('sinceFirstGrant' in years) return (run: Run) => run.year - (run.history.firstYear() ?? run.year);
  const slot = scope.slot(years.ordinal);
  // The first year is the one in which it began.
  return (run) => integerAt(run, slot) - 1;
}
