import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isInputObjectType, isObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { Api } from '../../spec/api.spec.js';
import { isNumberKind, isTextKind } from './kinds.js';
import { kindOfArgument, kindOfInputField } from './value-kind.js';

/** Scalars that name their kind of value themselves; others must be told what they hold. */
const TELLING = new Set(['Date', 'Money', 'JSONObject', 'Boolean']);

interface Input {
  readonly path: string;
  readonly type: GraphQLInputType;
  readonly kind: unknown;
}

/** Every place of the schema where a client says something. */
function inputsOf(schema: GraphQLSchema): Input[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const fields = types.filter(isInputObjectType).flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({
      path: `${type.name}.${field.name}`,
      type: field.type,
      kind: kindOfInputField(field),
    })),
  );
  const args = types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args.map((argument) => ({
        path: `${type.name}.${field.name}(${argument.name})`,
        type: argument.type,
        kind: kindOfArgument(argument, field),
      })),
    ),
  );
  return [...fields, ...args];
}

/** Whether it is known how every value of this place is read. */
function isDeclared({ type, kind }: Input): boolean {
  const named = getNamedType(type);
  if (named.name === 'String' || named.name === 'ID') return isTextKind(kind);
  if (named.name === 'Int') return isNumberKind(kind);
  return !('parseValue' in named) || 'getValues' in named || TELLING.has(named.name);
}

describe('the inputs of the schema', () => {
  let api: Api;

  beforeAll(async () => {
    api = await Api.start();
  });

  afterAll(() => api.stop());

  it('each declare their kind of value: @ValueKind on an input field, @ArgumentKinds above a resolver', () => {
    const inputs = inputsOf(api.app.get(GraphQLSchemaHost).schema);

    expect(inputs.length).toBeGreaterThan(100);
    expect(inputs.filter((input) => !isDeclared(input)).map(({ path }) => path)).toEqual([]);
  });
});
