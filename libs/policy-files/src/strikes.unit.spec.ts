import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { loadPolicy } from '@duixian/policy';

import { POLICIES_DIR, readCatalogue } from './index.js';

interface Struck {
  articles: { number: string; clauses: Record<string, unknown>[] }[];
}

/** Numbers of a rule that are written as a number of their own, by key. */
const AMOUNTS = new Set([
  'flat',
  'upTo',
  'percent',
  'item',
  'total',
  'year',
  'pool',
  'quota',
  'award',
  'atMost',
  'share',
]);

describe.each(readCatalogue().policies.map(({ id }) => id))('%s', (folder) => {
  const text = readFileSync(join(POLICIES_DIR, folder, 'source.txt'), 'utf8');
  const yaml = readFileSync(join(POLICIES_DIR, folder, 'policy.yaml'), 'utf8');

  function isFound(strike: (document: Struck) => void): boolean {
    const document = parse(yaml) as Struck;
    strike(document);
    return 'problems' in loadPolicy({ folder, yaml: JSON.stringify(document), text, version: '' });
  }

  it('loads as it is, and misses every article that is struck out', () => {
    expect(isFound(() => undefined)).toBe(false);
    const { articles } = parse(yaml) as Struck;

    const missed = articles.filter((_, place) => !isFound((document) => document.articles.splice(place, 1)));

    expect(missed.map(({ number }) => number)).toEqual([]);
  });

  it('misses every amount, rate and limit whose number is changed', () => {
    const { articles } = parse(yaml) as Struck;
    const places = articles.flatMap(({ clauses }, article) =>
      clauses.flatMap((clause, index) =>
        ['amount', 'limits', 'split'].flatMap((key) =>
          numbersIn(clause[key], ['articles', article, 'clauses', index, key]),
        ),
      ),
    );

    const missed = places.filter((place) => !isFound((document) => change(document, place)));

    expect(places.length).toBeGreaterThan(10);
    expect(missed.map((place) => place.join('.'))).toEqual([]);
  });
});

type Place = readonly (string | number)[];

function numbersIn(value: unknown, at: Place): Place[] {
  if (typeof value !== 'object' || value === null) {
    const key = at.at(-1);
    return typeof key === 'string' && AMOUNTS.has(key) && isNumber(value) ? [at] : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...at, key]));
}

function isNumber(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && /^\d+([./]\d+)?$/.test(String(value));
}

function change(document: object, place: Place): void {
  const key = String(place.at(-1));
  const holder = place
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (at, part) => at[part] as Record<string, unknown>,
      document as Record<string, unknown>,
    );
  const value = holder[key];
  // No document names 7,777,777.77 yuan, 77.7 % or 7/9.
  if (key === 'share') holder[key] = '7/9';
  else holder[key] = typeof value === 'number' ? 77 : '7777777.77';
}
