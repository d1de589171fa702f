import { Catalogue } from './catalogue.js';
import { catalogueFaults } from './check/catalogue.js';
import type { CompiledMeasure } from './compile/measure.js';
import { compileMeasure } from './compile/measure.js';
import { relationsOf, type GrantMeasure } from './compile/relations.js';
import { placed } from './load/load-policy.js';
import type { Problem } from './load/problem.js';
import type { Places } from './places/places.js';
import { isPayable, type Measure, type Policy } from './policy.js';
import type { RouteTable } from './routes/resolve.js';

const NO_RELATIONS = { countyLines: [], countyLineOf: null, overlap: new Set<string>(), matchedBy: new Set<string>() };

/**
 * Compiles loaded policies together, and checks what one says about another.
 *
 * @param othersOnRecord whether they may refer to policies that are not among them: what was recorded outlives its folder.
 * @param onRecord versions by which something was decided: what they say is not checked anew.
 * @param routes tables of routes by the policy's id.
 */
export function compileCatalogue(
  policies: readonly Policy[],
  places: Places,
  {
    othersOnRecord = false,
    onRecord = new Set(),
    routes,
  }: {
    readonly othersOnRecord?: boolean;
    readonly onRecord?: ReadonlySet<string>;
    readonly routes?: ReadonlyMap<string, RouteTable>;
  } = {},
): { catalogue: Catalogue } | { problems: readonly Problem[] } {
  const grants = policies.flatMap(measuresOf).flatMap(grantOf);
  const there = new Set(policies.map(({ id }) => id));
  const isElsewhere = (measure: string): boolean => othersOnRecord && !there.has(measure.split('/', 1)[0] ?? '');
  const faults = catalogueFaults(policies, grants, isElsewhere).filter(({ policy }) => !onRecord.has(policy.version));
  if (faults.length > 0) {
    return { problems: faults.flatMap((fault) => placed([fault], fault.policy.file, fault.policy.locate)) };
  }
  return { catalogue: compileRecorded(policies, places, routes) };
}

/**
 * Compiles versions on record together. What one says about a clause that the others lack says nothing: versions of
 * different days stand beside each other here.
 */
export function compileRecorded(
  policies: readonly Policy[],
  places: Places,
  routes?: ReadonlyMap<string, RouteTable>,
): Catalogue {
  const measures = policies.flatMap(measuresOf);
  const grants = measures.flatMap(grantOf);
  const compiled = new Map<string, CompiledMeasure | null>();
  for (const measure of measures) {
    const { clause } = measure;
    const relations = grantOf(measure).map((grant) => relationsOf(grant, grants))[0] ?? NO_RELATIONS;
    compiled.set(measure.id, isPayable(clause) ? compileMeasure(measure, clause, relations, places) : null);
  }
  return new Catalogue(policies, places, measures, compiled, routes);
}

function measuresOf(policy: Policy): Measure[] {
  return policy.articles.flatMap((article) =>
    article.clauses.map((clause) => ({ id: `${policy.id}/${clause.id}`, policy, article, clause })),
  );
}

function grantOf(measure: Measure): GrantMeasure[] {
  return measure.clause.kind === 'grant' ? [{ measure, clause: measure.clause }] : [];
}
