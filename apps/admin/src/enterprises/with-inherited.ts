import type { InheritedTotal, YearlyTotal } from './fragments.js';

const NOTHING = '0.00';

/** The totals of an enterprise, with one of nothing for each clause and year under which it goes on with another's grants alone. */
export function withInherited(totals: readonly YearlyTotal[], inherited: readonly InheritedTotal[]): YearlyTotal[] {
  const missing = new Map<string, YearlyTotal>();
  for (const each of inherited) {
    const { measure, year } = each;
    if (totals.some((total) => total.measure.id === measure.id && total.year === year)) continue;
    const key = `${measure.id} ${String(year)}`;
    const before = missing.get(key)?.inherited ?? [];
    missing.set(key, { ...ofNothing(each), inherited: [...before, each] });
  }
  return [...totals, ...missing.values()];
}

function ofNothing({ id, measure, year }: InheritedTotal): Omit<YearlyTotal, 'inherited'> {
  const counted = { granted: NOTHING, reserved: NOTHING, paid: NOTHING, city: NOTHING, county: NOTHING };
  return { id, measure, year, granted: NOTHING, toPersons: { granted: NOTHING }, counted, cap: measure.limits.year };
}
