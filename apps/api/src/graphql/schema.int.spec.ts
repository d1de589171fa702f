import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
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
});
