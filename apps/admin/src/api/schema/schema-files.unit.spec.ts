import { readFileSync, writeFileSync } from 'node:fs';
import { minifyIntrospection, preprocessIntrospection } from '@gql.tada/internal';
import { describe, expect, it } from '@jest/globals';
import { type GraphQLSchema, buildSchema, introspectionFromSchema, isEnumType } from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../../../api/schema.graphql', import.meta.url), 'utf8'));

const HEADER =
  '// Made of apps/api/schema.graphql by `DUIXIAN_WRITE_TYPES=true npm test -- apps/admin/src/api/schema`; do not edit.\n\n';

describe('what the admin knows of the schema', () => {
  it.each([
    ['introspection.generated.ts', introspectionOf],
    ['enums.generated.ts', enumsOf],
  ])('%s is made of the schema that is committed', (file, textOf) => {
    const path = new URL(file, import.meta.url);
    const text = HEADER + textOf(schema);

    if (process.env.DUIXIAN_WRITE_TYPES === 'true') writeFileSync(path, text);

    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

/** The schema as a type: the shapes of answers are read off from it and the document, by the compiler. */
function introspectionOf(schema: GraphQLSchema): string {
  return `export type Introspection = ${preprocessIntrospection(minifyIntrospection(introspectionFromSchema(schema)))};\n`;
}

/** The closed sets, as values and as types. */
function enumsOf(schema: GraphQLSchema): string {
  return Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => !name.startsWith('__'))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((type) => {
      const values = type.getValues().map((value) => `  '${value.name}',\n`);
      return `export const ${type.name} = [\n${values.join('')}] as const;\nexport type ${type.name} = (typeof ${type.name})[number];\n`;
    })
    .join('\n');
}
