import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { Api } from '../spec/api.spec.js';

const FILE = new URL('../../schema.graphql', import.meta.url);
const HEADER = '# Made from the resolvers and types of apps/api by `npm run schema -w @duixian/api`; do not edit.\n\n';

describe('schema.graphql', () => {
  let api: Api;

  beforeAll(async () => {
    api = await Api.start();
  });

  afterAll(async () => {
    await api.stop();
  });

  it('is the schema that is served', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const served = `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;

    if (process.env.DUIXIAN_WRITE_SCHEMA === 'true') writeFileSync(FILE, served);

    expect(readFileSync(FILE, 'utf8')).toBe(served);
  });

  it('holds money in fields of type Money alone', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const others = fieldsOf(schema).filter(({ type }) => ['String', 'Int', 'Float'].includes(type));

    expect(
      others.filter(({ description }) => /yuan|\bfen\b|元|金额/i.test(description)).map(({ path }) => path),
    ).toEqual([
      // The name of a fact.
      'Measure.invoicedFact',
      // What a reckoning came to at a step, in words for people: an amount, or whether a condition is met.
      'TraceStep.outcome',
    ]);
  });
});

interface Place {
  readonly path: string;
  readonly description: string;
  /** Name of its type without list and `!`. */
  readonly type: string;
}

/** Every field and argument. */
function fieldsOf(schema: GraphQLSchema): Place[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => placeOf(type.name, field));
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      placeOf(type.name, field),
      ...field.args.map((argument) => placeOf(`${type.name}.${field.name}`, argument)),
    ]);
  });
}

function placeOf(
  owner: string,
  { name, description, type }: GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField,
): Place {
  return { path: `${owner}.${name}`, description: description ?? '', type: getNamedType(type).name };
}
