import type { CompiledMeasure } from '../compile/measure.js';
import type { FactValue } from '../compile/run.js';
import { History } from './history.js';

/**
 * Whether a claim belongs to the overlap group of its clause, as its facts say: only then what others of the group were
 * granted comes off. Facts that cannot be read belong to none.
 */
export function isInOverlap(
  { grant, facts }: CompiledMeasure,
  year: number,
  stated: Readonly<Record<string, unknown>>,
): boolean {
  const overlap = grant?.overlap ?? null;
  if (overlap === null) return false;
  if (overlap.when === null) return true;
  const values = facts.map((fact) => fact.read(stated[fact.name]));
  if (!values.every(isRead)) return false;
  const nothing = { recorder: null, refusal: null, upTo: null, threshold: null, parts: [] };
  return overlap.when({ facts: values, year, history: History.NONE, ...nothing });
}

function isRead(value: FactValue | undefined): value is FactValue {
  return value !== undefined;
}
