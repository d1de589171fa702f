import type { Fault, Path } from '../load/problem.js';
import { isBlank } from '../schema/blanks.js';
import type { PolicyDocument } from '../schema/policy.js';

/** Nothing that a skeleton left open is taken for a statement. */
export function blankFaults(document: PolicyDocument): Fault[] {
  return [...blanksIn(document, [])];
}

function* blanksIn(value: unknown, path: Path): Generator<Fault> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* blanksIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  } else if (isBlank(value)) {
    yield { path, message: { zh: '此处待填：请按原文填写', en: 'This is still to fill in: write it by the text' } };
  }
}
