import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'));

const SOURCES = new URL('../', import.meta.url);
const PRINTED = new URL('../../documents.graphql', import.meta.url);
const HEADER =
  '# What the admin asks of the API, made by `DUIXIAN_WRITE_DOCUMENTS=true npm test -- apps/admin/src/api/documents`.\n\n';

/** Every module that declares a document, wherever it stands. */
const declaring = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .filter((path) => /from '.*\/api\/(graphql|command)\.js'/.test(readFileSync(new URL(path, SOURCES), 'utf8')))
  .sort();

interface Declared {
  readonly name: string;
  readonly text: string;
}

function isDocument(value: unknown): value is Declared {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

function valuesOf(group: object): unknown[] {
  return Object.values(group);
}

/** The operations among what a module exports, those in its groups of commands too. */
function operationsIn(exported: object): Declared[] {
  const values: unknown[] = Object.values(exported);
  return values
    .flatMap((value) => (isDocument(value) || typeof value !== 'object' || value === null ? [value] : valuesOf(value)))
    .filter(isDocument)
    .filter(({ text }) => !text.trimStart().startsWith('fragment'));
}

function operationsFirst(one: string, other: string): number {
  const isFragment = (text: string) => Number(text.startsWith('fragment'));
  return isFragment(one) - isFragment(other);
}

describe('the operations of the admin', () => {
  let operations: Declared[] = [];

  beforeAll(async () => {
    const found: Declared[] = [];
    // One after the other: Jest loads no two modules at once that import the same.
    for (const path of declaring) found.push(...operationsIn((await import(new URL(path, SOURCES).href)) as object));
    operations = found.sort((one, other) => (one.name < other.name ? -1 : 1));
  });

  it('are found in their modules', () => {
    expect(operations.length).toBeGreaterThan(80);
  });

  it('have names of their own: answers are kept by them', () => {
    const names = operations.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('ask for what the API has', () => {
    const problems = operations.flatMap(({ name, text }) =>
      validate(schema, parse(text)).map(({ message }) => `${name}: ${message}`),
    );
    expect(problems).toEqual([]);
  });

  it('select fragments of one meaning by one name', () => {
    const fragments = new Set(operations.flatMap(({ text }) => parse(text).definitions).map(print));
    const names = [...fragments].map((text) => /^fragment (\w+)/.exec(text)?.[1]).filter((name) => name !== undefined);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('stand in documents.graphql, where the API reads what they cost', () => {
    const definitions = operations.flatMap(({ text }) => parse(text).definitions);
    const printed = [...new Set(definitions.map(print))]
      .sort(operationsFirst)
      .map((each) => `${each}\n`)
      .join('\n');

    if (process.env.DUIXIAN_WRITE_DOCUMENTS === 'true') writeFileSync(PRINTED, HEADER + printed);

    expect(readFileSync(PRINTED, 'utf8')).toBe(HEADER + printed);
  });
});
