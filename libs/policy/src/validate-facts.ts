import { unknownFact, wrongFact } from './assess/failures.js';
import type { CompiledMeasure } from './compile/measure.js';

/** What is wrong with one stated fact, in the language asked for. */
export interface FactProblem {
  fact: string;
  message: string;
}

/** Every problem at once: unknown facts first, then in the order of the clause. */
export function problemsOfFacts(
  { facts, factNames }: CompiledMeasure,
  stated: Readonly<Record<string, unknown>>,
  language: 'zh' | 'en',
): FactProblem[] {
  const unknown = Object.keys(stated)
    .filter((name) => !factNames.has(name))
    .map((name) => ({ fact: name, message: unknownFact(name, facts)[language] }));
  const wrong = facts
    .filter((fact) => fact.read(stated[fact.name]) === undefined)
    .map((fact) => ({ fact: fact.name, message: wrongFact(fact)[language] }));
  return [...unknown, ...wrong];
}
