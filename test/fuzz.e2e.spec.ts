import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { fuzz, type FuzzReport } from './fuzz/fuzz.js';
import { buildSchema } from 'graphql';
import { Random } from '@duixian/testing/random';
import { KnownValues } from './fuzz/known-values.js';
import { Operations } from './fuzz/operations.js';

/** The long form is `npm run test:fuzz`. */
const REQUESTS = 1_500;

describe('requests of every kind, with values that nobody types, by everybody', () => {
  let report: FuzzReport;

  beforeAll(async () => {
    report = await fuzz(await testDatabase(), { requests: REQUESTS, seed: 20_260_803, atOnce: 8 });
  }, 900_000);

  it('are all answered, and none by a failure of the server', () => {
    expect(report.failures).toEqual([]);
    expect(report.requests).toBe(REQUESTS);
  });

  it('leave no stack trace in the log', () => {
    expect(report.traces).toEqual([]);
  });

  it('leave the read tables of no city behind its log', () => {
    expect(report.stoppedCities).toEqual([]);
  });

  it('are answered in every way: some take effect, and some are refused for each reason', () => {
    for (const code of ['data', 'BAD_USER_INPUT', 'INVALID_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND']) {
      expect(report.answers.get(code) ?? 0).toBeGreaterThan(0);
    }
    expect(report.events).toBeGreaterThan(0);
  });
});

it('makes operations of every field of the schema', () => {
  const schema = buildSchema(readFileSync(new URL('../apps/api/schema.graphql', import.meta.url), 'utf8'));
  const random = new Random(1);
  const operations = new Operations(schema, random, new KnownValues(random));
  const nobody = { describes: 'nobody', division: null, token: null };
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const missing = new Set(roots.flatMap((type) => Object.keys(type?.getFields() ?? {})));
  for (let made = 0; missing.size > 0 && made < 200_000; made++) missing.delete(operations.next(() => nobody).field);

  expect([...missing]).toEqual([]);
});
