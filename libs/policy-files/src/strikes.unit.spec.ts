import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { loadPolicy, type Problem } from '@duixian/policy';

import { POLICIES_DIR, readCatalogue } from './index.js';

type Clause = Record<string, unknown> & { id: string };

interface Struck {
  articles: { number: string; clauses: Clause[] }[];
}

/** Where a value stands within a clause. */
type Place = readonly (string | number)[];

/** Numbers of a rule, by key: amounts, rates, limits, thresholds and counts. */
const NUMBERS = new Set(
  'flat upTo percent item total year pool quota award atMost share from above to below atLeast equals each pays amount limit plusYears plus'.split(
    ' ',
  ),
);

const RULE = ['amount', 'limits', 'split', 'conditions'];

describe.each(readCatalogue().policies.map(({ id }) => id))('%s', (folder) => {
  const text = readFileSync(join(POLICIES_DIR, folder, 'source.txt'), 'utf8');
  const yaml = readFileSync(join(POLICIES_DIR, folder, 'policy.yaml'), 'utf8');
  const fresh = (): Struck => parse(yaml) as Struck;

  /** A line a value, so that a problem's line tells the clause. */
  const lined = (document: Struck): string => JSON.stringify(document, null, 1);

  function problemsOf(document: Struck): readonly Problem[] {
    const loaded = loadPolicy({ folder, yaml: lined(document), text, version: '' });
    return 'problems' in loaded ? loaded.problems : [];
  }

  /**
   * Strikes the first place of every clause, then the second of every clause …: what a clause is told is about itself
   * alone, so that each strike is found by itself.
   */
  function missedOf(places: (clause: Clause) => Place[], strike: (clause: Clause, place: Place) => void): string[] {
    const all = clausesOf(fresh()).map(places);
    const rounds = Math.max(...all.map((own) => own.length));
    return Array.from({ length: rounds }, (_, round) => round).flatMap((round) => {
      const document = fresh();
      const clauses = clausesOf(document);
      clauses.forEach((clause, index) => {
        const place = all[index]?.[round];
        if (place !== undefined) strike(clause, place);
      });
      const told = clausesTold(lined(document), problemsOf(document));
      return clauses.flatMap(({ id }, index) => {
        const place = all[index]?.[round];
        return place === undefined || told.has(id) ? [] : [`${id}: ${place.join('.')}`];
      });
    });
  }

  it('loads as it is, and misses every article that is struck out', () => {
    expect(problemsOf(fresh())).toEqual([]);

    // Every other article at once: each one that is missing is named by itself.
    const missed = [0, 1].flatMap((rest) => {
      const document = fresh();
      const struck = document.articles.filter((_, place) => place % 2 === rest);
      document.articles = document.articles.filter((_, place) => place % 2 !== rest);
      const told = problemsOf(document).map(({ message }) => message.en);
      return struck.filter(
        ({ number }) => !told.some((each) => each.startsWith(`Article ${number} of the text is not listed`)),
      );
    });

    expect(missed.map(({ number }) => number)).toEqual([]);
  });

  it('misses every amount, rate, limit, threshold and count whose number is changed', () => {
    const places = clausesOf(fresh()).flatMap(numbersOf);

    expect(places.length).toBeGreaterThan(10);
    expect(missedOf(numbersOf, change)).toEqual([]);
  });

  it('misses every number that is mistyped as ten times, a tenth, or the next number of its clause', () => {
    const mistaken = (clause: Clause): Place[] =>
      numbersOf(clause).flatMap((place) => mistypings(clause, place).map((written) => [...place, written]));

    expect(missedOf(mistaken, (clause, place) => write(clause, place.slice(0, -1), place.at(-1)))).toEqual([]);
  });

  it('misses every limit that is struck out', () => {
    const limits = ({ limits = {} }: Clause): Place[] => Object.keys(limits as object).map((name) => ['limits', name]);

    expect(missedOf(limits, (clause, [, name = '']) => Reflect.deleteProperty(clause.limits as object, name))).toEqual(
      [],
    );
  });
});

function clausesOf({ articles }: Struck): Clause[] {
  return articles.flatMap(({ clauses }) => clauses);
}

function clausesTold(json: string, problems: readonly Problem[]): Set<string> {
  const lines = json.split('\n');
  return new Set(
    problems.map(({ line }) => {
      const from = lines.slice(0, line).findLastIndex((each) => /^ {5}"id": /.test(each));
      return String(JSON.parse(lines[from]?.replace(/^ *"id": (".*"),$/, '$1') ?? '""'));
    }),
  );
}

function numbersOf(clause: Clause): Place[] {
  return RULE.flatMap((key) => numbersIn(clause[key], [key]));
}

function numbersIn(value: unknown, at: Place): Place[] {
  if (typeof value !== 'object' || value === null) {
    const key = at.at(-1);
    return typeof key === 'string' && NUMBERS.has(key) && isNumber(value) ? [at] : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...at, key]));
}

function isNumber(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && /^\d+([./]\d+)?$/.test(String(value));
}

function change(clause: Clause, place: Place): void {
  // No document names 7,777,777.77 yuan, 77, 77.7 % or 7/9.
  if (place.at(-1) === 'share') write(clause, place, '7/9');
  else write(clause, place, typeof valueAt(clause, place) === 'number' ? 77 : '7777777.77');
}

/** What a number may be mistaken for: ten times as much, a tenth, and the next of the clause below and above it. */
function mistypings(clause: Clause, place: Place): (string | number)[] {
  const written = valueAt(clause, place);
  if (String(written).includes('/')) return [];
  const others = numbersOf(clause)
    .map((other) => valueAt(clause, other))
    .filter((other): other is string | number => typeof other === typeof written && !String(other).includes('/'))
    .sort((one, other) => Number(one) - Number(other));
  const next = [
    others.findLast((other) => Number(other) < Number(written)),
    others.find((other) => Number(other) > Number(written)),
  ].filter((other) => other !== undefined);
  const [tenfold, tenth] = [Number(written) * 10, Number(written) / 10];
  const alike = typeof written === 'number' ? [tenfold, tenth] : [tenfold.toFixed(2), tenth.toFixed(2)];
  // What the schema refuses by itself would hide what the other clauses of the round are told.
  const isPercent = place.at(-1) === 'percent';
  return [...new Set([...alike, ...next])].filter(
    (other) =>
      Number(other) !== Number(written) &&
      (typeof other === 'string' || (isPercent ? other <= 100 : Number.isInteger(other))),
  );
}

function valueAt(clause: Clause, place: Place): unknown {
  return place.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], clause);
}

function write(clause: Clause, place: Place, value: unknown): void {
  (valueAt(clause, place.slice(0, -1)) as Record<string, unknown>)[String(place.at(-1))] = value;
}
