import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { POLICIES_DIR, PolicyProblems, readCatalogue } from './index.js';

describe("a city's time limits", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'duixian-limits-'));
    cpSync(join(POLICIES_DIR, 'quanzhou-2024-7'), join(directory, 'quanzhou-2024-7'), { recursive: true });
    mkdirSync(join(directory, 'cities'));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  function limitsOf(yaml: string) {
    writeFileSync(join(directory, 'cities', '350500.yaml'), `city: '350500'\n${yaml}\n`);
    const catalogue = readCatalogue(directory);
    const measure = catalogue.measure('quanzhou-2024-7/2');
    if (measure === undefined) throw new Error('The clause is not there.');
    return (day: string) => catalogue.places.limits.of(measure, day);
  }

  it.each([
    ['immediate', 2, []],
    ['promised', 5, []],
    ['fast', 60, []],
    ['automatic', 4, [2, 1, 1]],
  ])('of the kind %s come to %i working days', (kind, whole, steps) => {
    const found = limitsOf(`limits:\n  - { kind: ${kind}, source: 文 }`)('2026-11-02');
    expect(found).toMatchObject({ kind, whole, source: '文' });
    expect(found?.steps.map(({ days }) => days)).toEqual(steps);
  });

  it('say what differs from their kind', () => {
    const rule =
      '{ kind: promised, source: 文, whole: 7, steps: [{ of: [acceptance], days: 2 }], remind: 3, pauses: [experts], stop: 7 }';
    expect(limitsOf(`limits:\n  - ${rule}`)('2026-11-02')).toEqual({
      kind: 'promised',
      source: '文',
      whole: 7,
      steps: [{ of: ['acceptance'], days: 2 }],
      remind: 3,
      pauses: ['experts'],
      stop: 7,
    });
  });

  it('are those of the clause, else of the document, else of all others, and of those the latest that has begun', () => {
    const of = limitsOf(
      [
        'limits:',
        '  - { kind: fast, source: 其余 }',
        '  - { kind: promised, for: [quanzhou-2024-7], from: 2026-03-01, source: 本文件 }',
        '  - { kind: promised, for: [quanzhou-2024-7], from: 2026-06-01, source: 本文件的新规定 }',
        '  - { kind: immediate, for: [quanzhou-2024-7/2], from: 2026-09-01, source: 本条款 }',
      ].join('\n'),
    );
    const sources = ['2026-02-28', '2026-03-01', '2026-06-01', '2026-09-01'].map((day) => of(day)?.source);
    expect(sources).toEqual(['其余', '本文件', '本文件的新规定', '本条款']);
  });

  it('are none where nobody sets any, or none has begun', () => {
    expect(limitsOf('')('2026-11-02')).toBeNull();
    expect(limitsOf('limits:\n  - { kind: fast, source: 文, from: 2026-12-01 }')('2026-11-30')).toBeNull();
  });

  it('stand beside the hours in which an official takes a step back, a day and a night where nobody says', () => {
    limitsOf('takeBack: { hours: 8, source: 示例 }');
    const { limits } = readCatalogue(directory).places;
    expect([limits.takeBackHoursOf('350582'), limits.takeBackHoursOf('350600')]).toEqual([8, 24]);
  });

  it('name to whom what is overdue is reported', () => {
    limitsOf(
      [
        'superiors:',
        '  - { office: clerk, name: 甲, account: quanzhou-audit }',
        '  - { office: reviewer, name: 乙 }',
        '  - { office: reviewer, department: 市科技局, name: 丙 }',
        "  - { office: reviewer, department: 市科技局, of: '350581', name: 丁 }",
        "  - { office: reviewer, of: '350581', name: 戊 }",
      ].join('\n'),
    );
    const { limits } = readCatalogue(directory).places;
    expect(limits.superiorOf('350582', 'clerk', null)).toEqual({
      office: 'clerk',
      name: '甲',
      account: 'quanzhou-audit',
    });
    expect(limits.superiorOf('350500', 'reviewer', '市科技局')?.name).toBe('丙');
    expect(limits.superiorOf('350500', 'reviewer', '市工信局')?.name).toBe('乙');
    // A county-level city calls its departments as its city does, and they are others.
    expect(limits.superiorOf('350582', 'reviewer', '市科技局')?.name).toBe('乙');
    expect(limits.superiorOf('350581', 'reviewer', '市科技局')?.name).toBe('丁');
    expect(limits.superiorOf('350581', 'reviewer', '市工信局')?.name).toBe('戊');
    expect(limits.superiorOf('350500', 'finance', null)).toBeNull();
    expect(limits.superiorOf('350600', 'clerk', null)).toBeNull();
  });

  it.each([
    ['limits:\n  - { kind: quick, source: 文 }', 3, /'kind' must be one of immediate, promised, fast, automatic/],
    ['limits:\n  - { kind: promised }', 3, /'source' is missing/],
    ['limits:\n  - { kind: promised, source: 文, whole: 0 }', 3, /'whole'/],
    ['limits:\n  - { kind: promised, source: 文, pause: [experts] }', 3, /is 'pauses' meant/],
    ['limits:\n  - { kind: promised, source: 文, for: [quanzhou-2024-9] }', 3, /is 'quanzhou-2024-7' meant/],
    ['limits:\n  - { kind: promised, source: 文, steps: [{ of: [payout], days: 1 }] }', 3, /must be one of acceptance/],
    [
      'limits:\n  - { kind: promised, source: 文, steps: [{ of: [review], days: 1 }, { of: [review], days: 2 }] }',
      3,
      /The step review has two limits/,
    ],
    [
      'limits:\n  - { kind: promised, source: 文 }\n  - { kind: fast, source: 文 }',
      4,
      /There is a rule for all others from the same day already/,
    ],
    ['takeBack: { hours: 0, source: 文 }', 2, /'takeBack.hours'|'hours'/],
    ['takeBack: { hours: 8 }', 2, /'source' is missing/],
    ['superiors:\n  - { office: clerk, department: 市科技局, name: 甲 }', 3, /Only reviewers report by department/],
    ['superiors:\n  - { office: clerk, name: 甲 }\n  - { office: clerk, name: 乙 }', 4, /Somebody is named/],
    ["superiors:\n  - { office: clerk, of: '350202', name: 甲 }", 3, /350202 does not lie in this city, 350500/],
    ['superiors:\n  - { office: clerk, of: 晋江, name: 甲 }', 3, /six-digit code/],
  ])('are refused where they are wrong: %s', (yaml, line, says) => {
    let found = '';
    try {
      limitsOf(yaml);
    } catch (error) {
      if (!(error instanceof PolicyProblems)) throw error;
      found = error.message;
    }
    expect(found).toMatch(says);
    expect(found).toMatch(new RegExp(`^cities/350500\\.yaml:${String(line)}:\\d+: .*[\\u4e00-\\u9fff]`, 'm'));
  });

  it('may name a document whose folder is gone, where others are on record', () => {
    writeFileSync(
      join(directory, 'cities', '350500.yaml'),
      "city: '350500'\nlimits:\n  - { kind: fast, source: 文, for: [gone-2020-1] }\n",
    );
    expect(() => readCatalogue(directory)).toThrow(PolicyProblems);
    expect(readCatalogue(directory, { othersOnRecord: true }).places.has('350582')).toBe(true);
  });
});
