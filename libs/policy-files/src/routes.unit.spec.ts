import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { fen } from '@duixian/money';
import type { Catalogue, RouteMatter } from '@duixian/policy';

import { POLICIES_DIR, PolicyProblems, readCatalogue } from './index.js';

const FIXTURE = fileURLToPath(new URL('../fixtures/yunchuan-2025-3', import.meta.url));

const ROUTES = `routes:
  - clauses: ['2']
    from: 2025-01-01
    source: 云川市专项资金管理办法
    stages:
      - steps:
          - { key: first, kind: first-review, name: { zh: 初审, en: First review }, office: lead, limit: 5 }
      - steps:
          - { key: with, kind: joint-review, name: { zh: 联审, en: Joint review }, office: co, limit: 10 }
          - { key: labour, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市人社局 } }
      - steps:
          - key: second
            kind: approval
            name: { zh: 分管领导审批, en: Second approval }
            office: lead
            when: [{ amountFrom: '500000.00', amountBelow: '3000000.00' }]
          - key: meeting
            kind: collective
            name: { zh: 集体研究, en: Collective decision }
            office: lead
            when: [{ amountFrom: '3000000.00' }, { upTo: true }]
          - { key: again, kind: re-examination, name: { zh: 复审, en: Again }, office: lead, when: [{ drawn: 10 }] }
`;

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'duixian-routes-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

function read(routes: string, folder = 'yunchuan-2025-3', from = FIXTURE): Catalogue {
  mkdirSync(join(directory, folder), { recursive: true });
  cpSync(from, join(directory, folder), { recursive: true });
  writeFileSync(join(directory, folder, 'routes.yaml'), routes);
  return readCatalogue(directory);
}

function complaints(routes: string, folder?: string, from?: string): string {
  try {
    read(routes, folder, from);
    return '';
  } catch (error) {
    if (error instanceof PolicyProblems) return error.message;
    throw error;
  }
}

const matter = (with_: Partial<RouteMatter> = {}): RouteMatter => ({
  division: '359901',
  requestedAmount: fen(30_000_000n),
  on: '2025-06-01',
  ...with_,
});

function keys(catalogue: Catalogue, of: RouteMatter, measure = 'yunchuan-2025-3/2'): string[][] | null {
  const route = catalogue.routeOf(measure, of);
  if (route === null || 'withoutOffice' in route) return null;
  return route.stages.map(({ steps }) => steps.map(({ key }) => key));
}

describe('the way of a claim', () => {
  it('is that of its clause and day, with a step for each of the other departments', () => {
    const catalogue = read(ROUTES);
    const route = catalogue.routeOf('yunchuan-2025-3/2', matter());

    expect(route).toMatchObject({
      version: expect.stringMatching(/^[0-9a-f]{64}$/),
      stages: [
        {
          steps: [
            {
              key: 'first',
              kind: 'first-review',
              name: { zh: '初审', en: 'First review' },
              office: { role: 'reviewer', division: '359900', department: '市工信局' },
              limit: 5,
            },
          ],
        },
        {
          steps: [
            { key: 'with', office: { role: 'reviewer', division: '359900', department: '市财政局' }, limit: 10 },
            { key: 'labour', office: { role: 'reviewer', division: '359900', department: '市人社局' }, limit: null },
          ],
        },
        { steps: [{ key: 'again', share: 10 }] },
      ],
    });
    expect(keys(catalogue, matter(), 'yunchuan-2025-3/1')).toBeNull();
    expect(keys(catalogue, matter({ on: '2024-12-31' }))).toBeNull();
  });

  it.each([
    { yuan: 499_999n, third: ['again'] },
    { yuan: 500_000n, third: ['second', 'again'] },
    { yuan: 2_999_999n, third: ['second', 'again'] },
    { yuan: 3_000_000n, third: ['meeting', 'again'] },
  ])('of $yuan yuan asks whom the amount asks', ({ yuan, third }) => {
    expect(keys(read(ROUTES), matter({ requestedAmount: fen(yuan * 100n) }))?.[2]).toEqual(third);
  });

  it.each([
    { when: '[{ drawn: 10 }]', yuan: 300_000n, share: 10 },
    { when: "[{ amountFrom: '400000.00' }, { drawn: 10 }]", yuan: 300_000n, share: 10 },
    { when: "[{ amountFrom: '400000.00' }, { drawn: 10 }]", yuan: 400_000n, share: undefined },
    { when: "[{ drawn: 10 }, { amountFrom: '300000.00', drawn: 25 }]", yuan: 300_000n, share: 25 },
  ])('of $yuan yuan takes a step when $when by a draw of $share in a hundred', ({ when, yuan, share }) => {
    const route = read(ROUTES.replace('[{ drawn: 10 }]', when)).routeOf(
      'yunchuan-2025-3/2',
      matter({ requestedAmount: fen(yuan * 100n) }),
    );
    const steps = route === null || 'withoutOffice' in route ? [] : (route.stages[2]?.steps ?? []);
    expect(steps.find(({ key }) => key === 'again')?.share).toBe(share);
    expect(steps.some(({ key }) => key === 'again')).toBe(true);
  });

  it('of less than a draw is for does not have the step', () => {
    const dear = read(ROUTES.replace('[{ drawn: 10 }]', "[{ amountFrom: '300000.01', drawn: 10 }]"));
    expect(keys(dear, matter())).toHaveLength(2);
  });

  it('goes by the route of the latest first day that is not after the day of the claim', () => {
    const later = ROUTES.slice('routes:\n'.length)
      .replace('2025-01-01', '2025-09-01')
      .replace('key: first', 'key: anew');
    const catalogue = read(ROUTES + later);

    expect(keys(catalogue, matter({ on: '2025-08-31' }))?.[0]).toEqual(['first']);
    expect(keys(catalogue, matter({ on: '2025-09-01' }))?.[0]).toEqual(['anew']);
  });
});

/** Of a clause that city and county share, and one whose amount the department states. */
const quanzhou = (clause: string, step: string): string => `routes:
  - clauses: ['${clause}']
    from: 2024-10-19
    source: 示例
    stages:
      - steps:
          - { key: a, ${step} }
`;

describe('the offices of the payers', () => {
  const real = (step: string): Catalogue => {
    cpSync(join(POLICIES_DIR, 'cities'), join(directory, 'cities'), { recursive: true });
    for (const folder of ['jinjiang-2025-6', 'xiamen-2023-10', 'fuzhou-2026-7', 'zhangzhou-2024-2']) {
      cpSync(join(POLICIES_DIR, folder), join(directory, folder), { recursive: true });
    }
    return read(quanzhou('2', step), 'quanzhou-2024-7', join(POLICIES_DIR, 'quanzhou-2024-7'));
  };
  const offices = (catalogue: Catalogue, division: string) => {
    const route = catalogue.routeOf('quanzhou-2024-7/2', matter({ division }));
    return route === null || 'withoutOffice' in route
      ? route
      : route.stages.flatMap(({ steps }) => steps.map(({ key, office }) => ({ key, ...office })));
  };

  it('are the county’s department by its level, and the finance bureau of each', () => {
    const county = 'kind: joint-review, name: { zh: 县级联审, en: County }, office: { county: 工信局 }';
    const catalogue = real(county);

    expect(offices(catalogue, '350502')).toEqual([
      { key: 'a-350502', role: 'reviewer', division: '350502', department: '区工信局' },
    ]);
    expect(offices(catalogue, '350521')).toMatchObject([{ division: '350521', department: '县工信局' }]);
    expect(offices(catalogue, '350582')).toMatchObject([{ division: '350582', department: '市工信局' }]);

    const finance = real('kind: joint-review, name: { zh: 财政会签, en: Finance }, office: finance-of-payers');
    expect(offices(finance, '350502')).toEqual([
      { key: 'a-350500', role: 'finance', division: '350500', department: null },
      { key: 'a-350502', role: 'finance', division: '350502', department: null },
    ]);
  });

  it('are missed where there is none', () => {
    const catalogue = real('kind: joint-review, name: { zh: 县级联审, en: County }, office: { county: 工信局 }');
    expect(offices(catalogue, '359999')).toEqual({ withoutOffice: '359999' });
  });
});

describe('a table that is wrong is refused with file, line and what to do', () => {
  it.each([
    {
      what: 'an unknown word',
      good: 'office: co',
      bad: 'ofice: co',
      says: /Unknown word 'ofice': did you mean 'office'\?/,
    },
    {
      what: 'an unknown kind',
      good: 'kind: first-review',
      bad: 'kind: review',
      says: /'kind' must be one of first-review/,
    },
    { what: 'an unknown clause', good: "['2']", bad: "['9']", says: /has no clause '9' that takes claims/ },
    { what: 'a clause without money', good: "['2']", bad: "['3']", says: /has no clause '3' that takes claims/ },
    {
      what: 'an unknown office',
      good: 'office: lead, limit',
      bad: 'office: leader, limit',
      says: /'office' must be one of lead/,
    },
    {
      what: 'an unknown department',
      good: '{ department: 市人社局 }',
      bad: '{ department: 市人才局 }',
      says: /name 市人才局: is 市人社局 meant\?/,
    },
    {
      what: 'a division that is none',
      good: '{ department: 市人社局 }',
      bad: "{ department: 区人社局, division: '359998' }",
      says: /no division '359998'/,
    },
    {
      what: 'a key that stands twice',
      good: 'key: labour',
      bad: 'key: first',
      says: /Two steps of the route have the key 'first'/,
    },
    { what: 'an empty condition', good: '[{ drawn: 10 }]', bad: '[{}]', says: /leave when out where every claim/ },
    {
      what: 'a pass mark of what scores nothing',
      good: 'limit: 5',
      bad: 'limit: 5, passMark: 60',
      says: /Only a panel \(kind: panel\) scores/,
    },
    {
      what: 'an amount that is none',
      good: "amountBelow: '3000000.00'",
      bad: "amountBelow: '500000.00'",
      says: /No amount is at least 500000\.00 and below 500000\.00/,
    },
    {
      what: 'counties of a clause that the city pays alone',
      good: 'office: co',
      bad: 'office: { county: 工信局 }',
      says: /No county shares clause 2/,
    },
  ])('$what', ({ good, bad, says }) => {
    const table = ROUTES.replace(good, bad);
    expect(table).not.toBe(ROUTES);
    const line = table.split('\n').findLastIndex((each) => each.includes(bad.split('\n')[0] ?? '')) + 1;

    const here = complaints(table)
      .split('\n')
      .filter((each) => each.startsWith(`yunchuan-2025-3/routes.yaml:${line}:`));

    expect(here.join('\n')).toMatch(says);
    expect(here.join('\n')).toMatch(/[\u4e00-\u9fff]/);
  });

  it('no YAML', () => {
    expect(complaints('routes: [')).toMatch(/^yunchuan-2025-3\/routes\.yaml:1:.*The YAML cannot be read/);
  });

  it('a second route for one clause and day', () => {
    const twice = ROUTES + ROUTES.slice('routes:\n'.length);
    expect(complaints(twice)).toMatch(/Clause 2 already has a route from 2025-01-01 on: remove one/);
  });

  it('other departments where the clause names none, or nobody in particular', () => {
    const co = 'kind: joint-review, name: { zh: 联审, en: Joint }, office: co';
    const documents = ['quanzhou-2024-7', 'fuzhou-2026-7'] as const;
    const [none, nobody] = documents.map((folder) => {
      rmSync(directory, { recursive: true });
      mkdirSync(directory);
      const clause = folder === 'quanzhou-2024-7' ? '3' : '2.1';
      return complaints(quanzhou(clause, co), folder, join(POLICIES_DIR, folder));
    });

    expect(none).toMatch(/Clause 3 names no other departments/);
    expect(nobody).toMatch(/'相关县（市）区人民政府' of clause 2\.1 is no one department/);
  });

  it('a clause whose amount the department states, without a meeting', () => {
    const folder = join(POLICIES_DIR, 'quanzhou-2024-7');
    const approval = 'kind: approval, name: { zh: 审批, en: Approval }, office: lead';
    const sometimes = `kind: collective, name: { zh: 集体研究, en: Meeting }, office: lead, when: [{ amountFrom: '1.00' }]`;
    const always = 'kind: collective, name: { zh: 集体研究, en: Meeting }, office: lead';

    expect(complaints(quanzhou('9', approval), 'quanzhou-2024-7', folder)).toMatch(
      /clause 9 \(up to\), which a meeting/,
    );
    expect(complaints(quanzhou('9', sometimes), 'quanzhou-2024-7', folder)).toMatch(/which a meeting decides on/);
    expect(complaints(quanzhou('9', always), 'quanzhou-2024-7', folder)).not.toMatch(/a meeting decides on/);
  });

  it('a county that pays and has no office', () => {
    const folder = 'quanzhou-2024-7';
    mkdirSync(join(directory, 'cities'));
    const city = readFileSync(join(POLICIES_DIR, 'cities', '350500.yaml'), 'utf8');
    const zone = "zones:\n  - { code: '350592', name: 泉州新城, source: 示例 }\n";
    writeFileSync(join(directory, 'cities', '350500.yaml'), city.replace('zones:\n', zone));

    const said = complaints(
      quanzhou('2', 'kind: joint-review, name: { zh: 联审, en: Joint }, office: { county: 工信局 }'),
      folder,
      join(POLICIES_DIR, folder),
    );
    expect(said).toMatch(/The route has no office for 泉州新城 \(350592\), which pays/);
  });
});
