import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { isFailure, type AssessAnswer } from '@duixian/policy';

import { POLICIES_DIR, readCatalogue } from './index.js';

interface ContractCase {
  id: string;
  expect: unknown;
}

const catalogue = readCatalogue();
const FILES = readdirSync(POLICIES_DIR, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|[/\\-])cases\.json$/.test(file),
);

/** What a contract case compares: all but the identification and an error's message. */
function compared(answer: AssessAnswer): unknown {
  if (!isFailure(answer)) {
    const { id: _, ...rest } = answer;
    return rest;
  }
  const { code, fact } = answer.error;
  return { error: fact === undefined ? { code } : { code, fact } };
}

describe.each(FILES)('%s', (file) => {
  const cases = JSON.parse(readFileSync(join(POLICIES_DIR, file), 'utf8')) as ContractCase[];

  it.each(cases)('$id', (given) => {
    const explained = catalogue.explain(given);
    const { trace: _, ...unexplained } = 'trace' in explained ? explained : { ...explained, trace: [] };

    expect(compared(catalogue.assess(given))).toEqual(given.expect);
    expect(unexplained).toEqual(catalogue.assess(given));
  });
});

it('finds the cases of all five documents', () => {
  expect(FILES).toHaveLength(6);
});
