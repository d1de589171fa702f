import type { Refusal } from '../api/refusals.js';
import type { Bilingual } from '../api/fragments.js';

export interface FieldProblem {
  /** As react-hook-form knows the field: `evidence[0].number` is its `evidence.0.number`. */
  name: string;
  sentence: string;
}

/** What a refusal says of single fields; a group comes before what is in it. */
export function problemsOf(refusal: Refusal, bilingual: (text: Bilingual) => string): FieldProblem[] {
  const { problems, field, message } = refusal;
  const found = problems.length === 0 && field !== null ? [{ field, message }] : problems;
  return found
    .map((problem) => ({ name: nameOf(problem.field), sentence: bilingual(problem.message) }))
    .sort((one, other) => depthOf(one) - depthOf(other));
}

interface NeededCheck {
  (value: unknown): string | undefined;
  /** Marks the label of the field. */
  isRequired: true;
}

/** A validator for a field that must not be empty. */
export function needed(sentence: string): NeededCheck {
  const problemWith = (value: unknown): string | undefined =>
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '') ? sentence : undefined;
  return Object.assign(problemWith, { isRequired: true as const });
}

function nameOf(field: string): string {
  return field.replace(/\[(\d+)\]/g, '.$1');
}

function depthOf({ name }: FieldProblem): number {
  return name.split('.').length;
}
