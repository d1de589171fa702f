import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { isFailure, loadPolicy, skeletonOf } from '@duixian/policy';
import { POLICIES_DIR, readCatalogue } from '@duixian/policy-files';

interface HandWorked {
  id: string;
  /** How the amount follows from the document's words. */
  derivation: string;
  expect: { eligible: boolean; amount: string; reasons?: string[] };
}

const CITIES = fileURLToPath(new URL('.', import.meta.url));
const catalogue = readCatalogue(CITIES);

/** How many numbered articles each document has, counted in its text. */
const ARTICLES: Readonly<Record<string, number>> = {
  'guangzhou-2019-6': 23,
  'guangzhou-2021-7': 8,
  'guangzhou-2022-13': 52,
  'guangzhou-2024-3': 38,
  'guangzhou-2024-5': 12,
  'guangzhou-2025-2': 8,
  'guangzhou-2025-loans': 8,
  'guangzhou-2025-startup': 4,
  'guangzhou-2026-disability': 2,
  'liuhe-2018-industry': 15,
  'liuhe-2019-tourism': 20,
  'liuhe-2023-industry': 26,
  'tianhe-2023-1': 13,
};

it('loads every document as it is printed, and offers none of them', () => {
  const loaded = catalogue.policies.map(({ id, articles }) => [
    id,
    articles.filter(({ number }) => number !== null).length,
  ]);

  expect(Object.fromEntries(loaded)).toEqual(ARTICLES);
  const offered = new Set(readCatalogue().policies.map(({ id }) => id));
  expect(Object.keys(ARTICLES).filter((id) => offered.has(id))).toEqual([]);
});

it('says what a document does not have, and reckons an end from the years that it names', () => {
  const heads = catalogue.policies.map(({ id, documentNumber, signedOn, period, overlapRule }) => [
    id,
    [documentNumber === null, signedOn === null, period.to, overlapRule === null],
  ]);

  expect(Object.fromEntries(heads)).toMatchObject({
    'guangzhou-2019-6': [false, false, '2024-10-15', true],
    'guangzhou-2024-3': [false, false, '2029-03-31', true],
    'guangzhou-2025-startup': [true, true, null, true],
    'liuhe-2018-industry': [true, true, null, false],
    'liuhe-2023-industry': [true, false, '2026-02-07', false],
    'tianhe-2023-1': [false, false, '2026-09-07', false],
  });
});

describe.each(Object.keys(ARTICLES))('%s', (folder) => {
  const cases = JSON.parse(readFileSync(join(CITIES, folder, 'cases.json'), 'utf8')) as HandWorked[];

  it.each(cases)('clause $id: $derivation', ({ derivation: _, expect: expected, ...given }) => {
    const answer = catalogue.assess(given);

    if (isFailure(answer)) throw new Error(answer.error.message.en);
    expect(answer).toMatchObject(expected);
  });
});

/** What only a reader of the document can say. */
const LEFT_TO_WRITE = [
  /still to fill in/,
  /put it in, or say why not under figures/,
  /say under interpretation how/,
  /write the department as the text does/,
];

describe('a skeleton laid out from the text alone', () => {
  const folders = [CITIES, POLICIES_DIR].flatMap((directory) =>
    readdirSync(directory)
      .filter((folder) => existsSync(join(directory, folder, 'source.txt')))
      .map((folder) => ({ folder, text: readFileSync(join(directory, folder, 'source.txt'), 'utf8') })),
  );

  it.each(folders)('of $folder leaves no article and no amount out', ({ folder, text }) => {
    const loaded = loadPolicy({ folder, yaml: skeletonOf({ folder, text }), text, version: '' });

    const problems = 'problems' in loaded ? loaded.problems.map(({ message }) => message.en) : [];
    expect(problems.length).toBeGreaterThan(5);
    expect(problems.filter((problem) => !LEFT_TO_WRITE.some((known) => known.test(problem)))).toEqual([]);
  });
});
