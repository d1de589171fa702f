import { addDays, type PlainDate, type PolicyBook } from '@duixian/casework';
import type { Policy } from '@duixian/policy';

/**
 * Clauses of a policy that decided matters of days before `today` and that its version of today has no more, by their full
 * names, each with the last day whose matters it decides.
 */
export function struckOut(
  policy: Policy,
  { inForce }: PolicyBook,
  today: PlainDate,
  on: (day: PlainDate) => Policy | null,
): ReadonlyMap<string, PlainDate> {
  const has = new Set(clausesOf(policy));
  const changes = new Set(inForce.flatMap(({ from }) => (from !== null && from <= today ? [from] : [])));
  const last = new Map<string, PlainDate>();
  for (const change of [...changes].sort().reverse()) {
    const day = addDays(change, -1);
    const version = on(day);
    for (const clause of version === null ? [] : clausesOf(version)) {
      if (!has.has(clause) && !last.has(clause)) last.set(clause, day);
    }
  }
  return last;
}

function clausesOf({ id, articles }: Policy): string[] {
  return articles.flatMap(({ clauses }) => clauses.map((clause) => `${id}/${clause.id}`));
}
