import { LineCounter, parseDocument } from 'yaml';

import { placed, syntaxProblem } from '../load/load-policy.js';
import { locator } from '../load/locate.js';
import type { Problem } from '../load/problem.js';
import { faultsOf } from '../load/schema-faults.js';
import type { Places } from '../places/places.js';
import type { Policy } from '../policy.js';
import { routeTableSchema } from '../schema/route.js';
import { routeFaults } from './check-routes.js';
import type { RouteTable } from './resolve.js';

export interface RouteFile {
  readonly yaml: string;
  /** SHA-256 of it, in hexadecimal, reckoned by the caller. */
  readonly version: string;
}

/** Reads and checks the `routes.yaml` beside a policy. Never throws: what is wrong comes back with its place and what to do. */
export function loadRoutes(
  { yaml, version }: RouteFile,
  policy: Policy,
  places: Places,
): { table: RouteTable } | { problems: readonly Problem[] } {
  const file = `${policy.id}/routes.yaml`;
  const lines = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: lines, schema: 'core', prettyErrors: false });
  if (parsed.errors.length > 0) {
    return { problems: parsed.errors.map((error) => syntaxProblem(file, error.message, lines.linePos(error.pos[0]))) };
  }
  const locate = locator(parsed.contents, lines);
  const read = routeTableSchema.safeParse(parsed.toJS(), { reportInput: true });
  if (!read.success) return { problems: placed(faultsOf(read.error.issues), file, locate) };
  const { routes } = read.data;
  const faults = routeFaults(routes, policy, places);
  return faults.length > 0 ? { problems: placed(faults, file, locate) } : { table: { version, routes } };
}
