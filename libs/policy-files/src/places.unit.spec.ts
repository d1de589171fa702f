import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';

import { POLICIES_DIR, PolicyProblems, readCatalogue } from './index.js';
import { readCountry } from './read-country.js';

const { places } = readCatalogue();

describe('the divisions of the country', () => {
  it('know cities and counties all over it, with what they lie in', () => {
    expect(places.find('350582', '2026-01-01')).toMatchObject({ name: '晋江市', parent: '350500' });
    expect(places.find('510000', '2026-01-01')).toMatchObject({ name: '四川省', parent: null });
    expect(places.find('419001', '2026-01-01')).toMatchObject({ name: '济源市', parent: '419000' });
    expect(places.has('350599')).toBe(false);
    expect(places.find('350599', '2026-01-01')).toBeUndefined();
  });

  it('name only successors that are there on the day after', () => {
    const country = readCountry();
    const lost = country.filter(({ to, successors }) =>
      successors.some((code) => to !== null && !places.isInForce(code, to)),
    );
    expect(lost.map(({ code }) => code)).toEqual([]);
  });

  it.each([
    ['梅列区', '350402', '三元区', '350404', '2021-02-02'],
    ['三元区', '350403', '三元区', '350404', '2021-02-02'],
    ['沙县', '350427', '沙县区', '350405', '2021-02-02'],
    ['龙海市', '350681', '龙海区', '350604', '2021-02-02'],
    ['长泰县', '350625', '长泰区', '350605', '2021-02-02'],
    ['米林县', '540422', '米林市', '540481', '2023-04-03'],
    ['错那县', '540530', '错那市', '540581', '2023-04-03'],
    ['莱城区', '371202', '莱芜区', '370116', '2018-12-26'],
  ])('%s %s goes on as %s %s from %s', (name, code, newName, newCode, day) => {
    const eve = dayBefore(day);
    expect(places.find(code, eve)).toMatchObject({ name, to: day });
    expect(places.find(newCode, day)).toMatchObject({ name: newName, from: day });
    expect([places.isInForce(code, eve), places.isInForce(code, day)]).toEqual([true, false]);
    expect([places.isInForce(newCode, eve), places.isInForce(newCode, day)]).toEqual([false, true]);
    expect(places.asOf(code, eve)).toBe(code);
    expect(places.asOf(code, day)).toBe(newCode);
  });

  it('have the old name for old matters, where it was one division', () => {
    expect(places.asOf('350604', '2020-12-31')).toBe('350681');
    // Which of the two it was, nobody can say.
    expect(places.asOf('350404', '2020-12-31')).toBe('350404');
    // 钱塘区 was cut out of two districts, of which one goes on elsewhere.
    expect(places.asOf('330114', '2020-12-31')).toBe('330114');
    expect(places.asOf('330104', '2022-01-01')).toBe('330102');
  });

  it('know what one office carries on, on which day', () => {
    expect([...places.carriedOn('350404', '2021-02-02')].sort()).toEqual(['350402', '350403', '350404']);
    expect([...places.carriedOn('350402', '2021-02-02')].sort()).toEqual(['350402', '350403', '350404']);
    expect(places.carriedOn('350402', '2021-02-01')).toEqual(['350402']);
    expect(places.carriedOn('350582', '2026-01-01')).toEqual(['350582']);
  });

  it('list the counties of a city as they are on a day', () => {
    const names = (day: string) => places.countiesOf('350600', day).map(({ name }) => name);
    expect(names('2021-02-01')).toEqual(expect.arrayContaining(['龙海市', '长泰县']));
    expect(names('2021-02-02')).toEqual(expect.arrayContaining(['龙海区', '长泰区']));
    expect(names('2021-02-02')).not.toEqual(expect.arrayContaining(['龙海市']));
    expect(['441900', '442000', '460400', '620200'].map((city) => places.countiesOf(city, '2026-01-01'))).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it('have zones, which are counties to their city', () => {
    expect(places.countiesOf('350500', '2026-01-01')).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: '350591', name: '泉州台商投资区', kind: 'zone' })]),
    );
    expect(places.find('350690', '2026-01-01')).toMatchObject({ name: '古雷港经济开发区', parent: '350600' });
    expect(places.find('350290', '2026-01-01')).toMatchObject({ parent: '350200' });
  });
});

describe("a city's file", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'duixian-places-'));
    cpSync(join(POLICIES_DIR, 'quanzhou-2024-7'), join(directory, 'quanzhou-2024-7'), { recursive: true });
    mkdirSync(join(directory, 'cities'));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  function placesOf(yaml: string, file = '350500.yaml') {
    writeFileSync(join(directory, 'cities', file), yaml);
    return readCatalogue(directory).places;
  }

  function complaints(yaml: string, file?: string): string {
    try {
      placesOf(yaml, file);
      return '';
    } catch (error) {
      if (error instanceof PolicyProblems) return error.message;
      throw error;
    }
  }

  it('puts a zone into the county in which it lies, from a day on', () => {
    const found = placesOf(`
city: '350500'
zones:
  - { code: '350592', name: 滨海工业园, in: '350521', from: 2020-05-01, to: 2024-01-01, source: 泉政文〔2020〕1号 }
  - { code: '350592', name: 滨海工业园, in: '350505', from: 2024-01-01, to: 2025-06-01, successors: ['350505'], source: x }
`);
    expect(found.area('350521', '2023-06-01')).toEqual(['350521', '350592']);
    expect(found.area('350521', '2024-01-01')).toEqual(['350521']);
    expect(found.area('350505', '2024-01-01')).toEqual(['350505', '350592']);
    expect(found.area('350500', '2023-06-01')).toEqual(['3505']);
    expect(found.find('350592', '2023-12-31')?.parent).toBe('350521');
    expect(found.find('350592', '2024-01-01')?.parent).toBe('350505');
    expect(found.asOf('350592', '2025-06-01')).toBe('350505');
    expect(found.carriedOn('350505', '2025-05-31')).toEqual(['350505']);
    expect(found.carriedOn('350505', '2025-06-01')).toEqual(['350505', '350592']);
  });

  it('has one department go on with the work of another', () => {
    const { departments } = placesOf(`
city: '350500'
departments:
  - { name: 市数据局, from: 2025-03-01, follows: [市数据管理局], source: 泉委编〔2025〕3号 }
`);
    expect(departments.asOf('350500', '市数据管理局', '2025-02-28')).toBe('市数据管理局');
    expect(departments.asOf('350500', '市数据管理局', '2025-03-01')).toBe('市数据局');
    expect(departments.carriedOn('350500', '市数据局', '2025-03-01')).toEqual(['市数据局', '市数据管理局']);
    expect(departments.carriedOn('350500', '市数据局', '2025-02-28')).toEqual(['市数据局']);
    const names = departments.inForce('350500', '2025-03-01').map(({ name }) => name);
    expect(names).toContain('市数据局');
    expect(names).not.toContain('市数据管理局');
    expect(departments.nearest('350500', '市工信据', '2025-03-01')).toBe('市工信局');
  });

  it.each([
    ["city: '350500'\nzone: []", 2, /Unknown word 'zone': is 'zones' meant/],
    ["city: '350600'", 1, /Name the file 350600\.yaml/],
    ["city: '350500'\nzones:\n  - { code: '350690', name: 区, source: 文 }", 3, /begins with 3505/],
    ["city: '350500'\nzones:\n  - { code: '350582', name: 区, source: 文 }", 3, /take another code/],
    ["city: '350500'\nzones:\n  - { code: '350591', name: 区, in: '350599', source: 文 }", 3, /no 350599 here/],
    ["city: '350500'\nzones:\n  - { code: '350591', name: 区 }", 3, /'source' is missing/],
    [
      "city: '350500'\nzones:\n  - { code: '350591', name: 区, source: 文 }\n  - { code: '350591', name: 区二, source: 文 }",
      4,
      /Two periods of 350591 meet/,
    ],
    ["city: '350500'\nzones:\n  - { code: '350591', name: 区, successors: ['350502'], source: 文 }", 3, /write 'to'/],
    [
      "city: '350500'\nzones:\n  - { code: '350591', name: 区, from: 2025-01-02, to: 2025-01-01, source: 文 }",
      3,
      /ends before it begins/,
    ],
    [
      "city: '350500'\ndepartments:\n  - { name: 市数据局, from: 2025-03-01, follows: [市数据管里局] }",
      3,
      /is 市数据管理局 meant/,
    ],
    ["city: '350500'\ndepartments:\n  - { name: 市数据局, follows: [市数据管理局] }", 3, /Write 'from'/],
    ["city: '350500'\ndepartments:\n  - { name: 市数据局, of: '350600' }", 3, /no 350600 here/],
    [
      "city: '350500'\ndepartments:\n  - { name: 甲局, from: 2025-03-01, follows: [市科技局] }\n  - { name: 乙局, from: 2025-03-01, follows: [市科技局] }",
      4,
      /followed by another department already/,
    ],
  ])('is refused where it is wrong: %s', (yaml, line, says) => {
    const found = complaints(yaml);
    expect(found).toMatch(says);
    expect(found).toMatch(new RegExp(`^cities/350500\\.yaml:${String(line)}:\\d+: .*[\\u4e00-\\u9fff]`, 'm'));
  });

  it('is not needed', () => {
    expect(readCatalogue(directory).places.has('350582')).toBe(true);
  });
});

describe("a city's own code", () => {
  const claim = {
    measure: 'quanzhou-2024-7/2',
    year: 2025,
    occurredOn: '2025-06-30',
    facts: { serviceFee: '450000.00' },
  };

  it('is no county, where city and county share', () => {
    expect(readCatalogue().assess({ id: 7, ...claim, enterprise: { division: '350500' } })).toMatchObject({
      id: 7,
      error: {
        code: 'INVALID_CASE',
        message: { en: expect.stringMatching(/^enterprise\.division is the code of the city .* state the county/) },
      },
    });
  });

  it('pays alone, where the standard divides the city no further', () => {
    const directory = mkdtempSync(join(tmpdir(), 'duixian-dongguan-'));
    try {
      const fixture = fileURLToPath(new URL('../fixtures/yunchuan-2025-3', import.meta.url));
      cpSync(fixture, join(directory, 'yunchuan-2025-3'), { recursive: true });
      const file = join(directory, 'yunchuan-2025-3', 'policy.yaml');
      writeFileSync(file, readText(file).replaceAll("'3599", "'4419"));
      const answer = readCatalogue(directory).assess({
        ...claim,
        measure: 'yunchuan-2025-3/1',
        enterprise: { division: '441900' },
      });
      // 30 % of 450,000, in one line
      expect(answer).toMatchObject({
        amount: '135000.00',
        lines: [{ payer: '441900', amount: '135000.00', basis: 'yunchuan-2025-3/1' }],
      });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
