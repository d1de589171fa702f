import { type GraphQlDocument, type InputOf, type MutationName, composed } from './graphql.js';
import { type Refused, refusal } from './refusals.js';

/** A mutation that answers with what it brought about, or with a refusal. */
export interface CommandDocument<Input, Value> extends GraphQlDocument<object, { result: Value | Refused }> {
  /** The variables with which to send it; sent again under the same id it takes effect once. */
  readonly variablesOf: (input: Input, commandId: string) => object;
}

type InputName<Name extends string> = `${Capitalize<Name>}Input`;

/** What a command takes, by the name of its input type. */
export type CommandInput<Type extends string> = Omit<InputOf<Type>, 'commandId'>;

/**
 * Declares a mutation that writes to the log: `command('acceptClaim', changedClaim)`, where the fragment says what is
 * selected of that which it brings about. Its input type is its name with `Input` behind it, unless several share one.
 */
export function command<Name extends MutationName, Value, Type extends string = InputName<Name>>(
  name: Name,
  selected: GraphQlDocument<never, Value>,
  inputType?: Type,
): CommandDocument<CommandInput<Type>, Value> {
  return {
    ...mutation(name, selected, '$input', `${inputType ?? `${capital(name)}Input`}!`, 'input'),
    variablesOf: (input, commandId) => ({ input: { ...input, commandId } }),
  };
}

/** Declares a mutation of something outside the log, such as a password: sent twice, it is the same edit. */
export function edit<Name extends MutationName, Value, Type extends string = InputName<Name>>(
  name: Name,
  selected: GraphQlDocument<never, Value>,
  inputType?: Type,
): CommandDocument<InputOf<Type>, Value> {
  return {
    ...mutation(name, selected, '$input', `${inputType ?? `${capital(name)}Input`}!`, 'input'),
    variablesOf: (input) => ({ input }),
  };
}

/** Declares a mutation outside the log that takes one argument: what it is about, or a code. */
export function editOf<Value>(
  name: MutationName,
  selected: GraphQlDocument<never, Value>,
  argument: string,
  argumentType: 'ID' | 'String',
): CommandDocument<string, Value> {
  return {
    ...mutation(name, selected, `$${argument}`, `${argumentType}!`, argument),
    variablesOf: (value) => ({ [argument]: value }),
  };
}

function mutation<Value>(
  name: MutationName,
  selected: GraphQlDocument<never, Value>,
  variable: string,
  variableType: string,
  argument: string,
): GraphQlDocument<object, { result: Value | Refused }> {
  const operation = capital(name);
  const result = `result: ${name}(${argument}: ${variable}) { ...${selected.name} ...${refusal.name} }`;
  const text = `mutation ${operation}(${variable}: ${variableType}) { ${result} }`;
  return { name: operation, ...composed(text, [selected, refusal]) };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
