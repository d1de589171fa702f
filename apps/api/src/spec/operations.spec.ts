import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

/** A value of the right shape, about nothing that exists, by the name of a scalar. */
const ABOUT_NOTHING: Readonly<Record<string, () => string>> = {
  ID: () => '"none"',
  String: () => '"x"',
  Int: () => '1',
  Boolean: () => 'false',
  Date: () => '"2026-08-03"',
  Money: () => '"1.00"',
  JSONObject: () => '{}',
};

/** Every query and mutation of the schema, by its name: the text of a request for it with what it must be told, about nothing. */
export const OPERATIONS: ReadonlyMap<string, string> = new Map([
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map(requestFor('query')),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(requestFor('mutation')),
]);

/** Names of the mutations. */
export const MUTATIONS: readonly string[] = Object.keys(schema.getMutationType()?.getFields() ?? {});

function requestFor(kind: 'query' | 'mutation') {
  return (field: GraphQLField<unknown, unknown>): [string, string] => {
    const told = field.args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${valueOf(name, type)}`);
    const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
    return [field.name, `${kind} { ${field.name}${told.length === 0 ? '' : `(${told.join(', ')})`}${selection} }`];
  };
}

function valueOf(name: string, type: GraphQLInputType): string {
  if (name === 'commandId') return `"${randomUUID()}"`;
  if (isNonNullType(type)) return valueOf(name, type.ofType);
  if (isListType(type)) return `[${valueOf(name, type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || field.name === 'commandId',
    );
    return `{ ${fields.map((field) => `${field.name}: ${valueOf(field.name, field.type)}`).join(', ')} }`;
  }
  const value = ABOUT_NOTHING[type.name];
  if (value === undefined) throw new Error(`No value of ${type.name} is known here: add one.`);
  return value();
}
