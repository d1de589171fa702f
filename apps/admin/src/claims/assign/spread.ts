/** Somebody who can be given claims, and how many he has. */
export interface Loaded {
  readonly id: string;
  readonly assigned: number;
}

/**
 * Claims among colleagues so that in the end all have as nearly the same number as can be: each in turn goes to whoever has
 * the fewest by then, the first of them where several have.
 */
export function spread(claims: readonly string[], among: readonly Loaded[]): Map<string, string[]> {
  const given = new Map<string, string[]>();
  const loads = among.map(({ id, assigned }) => ({ id, assigned }));
  for (const claim of claims) {
    const [first, ...others] = loads;
    if (first === undefined) break;
    const least = others.reduce((found, each) => (each.assigned < found.assigned ? each : found), first);
    least.assigned += 1;
    given.set(least.id, [...(given.get(least.id) ?? []), claim]);
  }
  return given;
}
