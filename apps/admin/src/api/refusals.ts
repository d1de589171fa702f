import { type ResultOf, graphql } from './graphql.js';

/** Selected from every command's result, beside the value. */
export const refusal = graphql(`
  fragment Refusal on Refusal {
    code message { zh en } field ... on InvalidInput { problems { field message { zh en } } }
  }
`);
export type Refused = ResultOf<typeof refusal>;

/** A "no" that a person can meet: a sentence that says what to do, and the field it is about, if it is about one. */
export interface Refusal extends Pick<Refused, 'code' | 'message' | 'field'> {
  /** One sentence per field, when the input itself was wrong. */
  problems: Extract<Refused, { problems: unknown }>['problems'];
}

/** Either what the command brought about, or why it was refused. */
export type Outcome<Value> = { done: true; value: Value } | { done: false; refusal: Refusal };

/** @param result what was brought about, or a refusal with the fields of {@link refusal}. */
export function outcomeOf<Result>(result: Result): Outcome<Exclude<Result, Refused>>;
export function outcomeOf<Value>(result: Value | Refused): Outcome<Value>;
export function outcomeOf<Value>(result: Value | Refused): Outcome<Value> {
  if (!isRefused(result)) return { done: true, value: result };
  const { code, message, field } = result;
  return { done: false, refusal: { code, message, field, problems: 'problems' in result ? result.problems : [] } };
}

function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'code' in result && 'message' in result;
}
