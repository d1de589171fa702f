import { z } from 'zod';
import { type GraphQlDocument, graphql } from './document.js';
import { type Outcome, outcome, refusalFields } from './refusals.js';

/** A mutation that answers with what it brought about, or with a refusal. */
export interface CommandDocument<Input, Value> extends GraphQlDocument<object, { result: Outcome<Value> }> {
  /** The variables with which to send it; sent again under the same id it takes effect once. */
  readonly variablesOf: (input: Input, commandId: string) => object;
}

interface Selection<Value> {
  /** The type of what the command brings about, and which of its fields to select. */
  type: string;
  fields: string;
  value: z.ZodType<Value>;
}

/**
 * Declares a mutation that writes to the log, whose input type is its name with `Input` behind it:
 * `command<{ claim: string }>()('acceptClaim', { type: 'Claim', fields: 'id', value: z.object({ id: z.string() }) })`.
 */
export function command<Input extends object>() {
  return <Value>(
    name: string,
    selection: Selection<Value>,
    /** Where several mutations share one. */
    inputType = `${capital(name)}Input`,
  ): CommandDocument<Input, Value> => ({
    ...mutation(name, '$input', `${inputType}!`, 'input', selection),
    variablesOf: (input, commandId) => ({ input: { ...input, commandId } }),
  });
}

/** Declares a mutation of something outside the log, such as a contact: sent twice, it is the same edit. */
export function edit<Input extends object>() {
  return <Value>(name: string, selection: Selection<Value>): CommandDocument<Input, Value> => ({
    ...mutation(name, '$input', `${capital(name)}Input!`, 'input', selection),
    variablesOf: (input) => ({ input }),
  });
}

/** Declares a mutation outside the log that takes nothing but what it is about. */
export function editOf<Value>(
  name: string,
  argument: string,
  selection: Selection<Value>,
): CommandDocument<string, Value> {
  return { ...mutation(name, '$id', 'ID!', argument, selection), variablesOf: (id) => ({ id }) };
}

function mutation<Value>(
  name: string,
  variable: string,
  variableType: string,
  argument: string,
  { type, fields, value }: Selection<Value>,
): GraphQlDocument<object, { result: Outcome<Value> }> {
  const text = `mutation ${capital(name)}(${variable}: ${variableType}) {
    result: ${name}(${argument}: ${variable}) { ... on ${type} { ${fields} } ${refusalFields} }
  }`;
  return graphql<object>()(text, z.object({ result: outcome(value) }));
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
