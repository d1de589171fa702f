import type { Refusal } from '../api/refusals.js';
import type { Bilingual } from '../api/shapes.js';

/** A refusal as react-hook-form wants it: sentences by field, nested along the dots of their names. */
export function formErrors(refusal: Refusal, bilingual: (text: Bilingual) => string): Record<string, unknown> {
  const errors: Record<string, unknown> = {};
  for (const { field, message } of refusal.problems) put(errors, pathOf(field), bilingual(message));
  if (refusal.problems.length === 0 && refusal.field !== null) {
    put(errors, pathOf(refusal.field), bilingual(refusal.message));
  }
  return errors;
}

/** A validator for a field that must not be empty. */
export function needed(sentence: string) {
  return (value: unknown): string | undefined =>
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '') ? sentence : undefined;
}

/** `evidence[0].number` is the form's `evidence.0.number`. */
function pathOf(field: string): string[] {
  return field.replace(/\[(\d+)\]/g, '.$1').split('.');
}

function put(errors: Record<string, unknown>, [first = '', ...rest]: string[], sentence: string): void {
  if (rest.length === 0) {
    errors[first] = sentence;
    return;
  }
  const inner = errors[first];
  const nested: Record<string, unknown> = isRecord(inner) ? inner : {};
  errors[first] = nested;
  put(nested, rest, sentence);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
