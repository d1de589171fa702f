import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { POLICIES_DIR, PolicyProblems, readCatalogue } from './index.js';

const FIXTURE = fileURLToPath(new URL('../fixtures/yunchuan-2025-3', import.meta.url));
const YAML = readFileSync(join(FIXTURE, 'policy.yaml'), 'utf8');
const TEXT = readFileSync(join(FIXTURE, 'source.txt'), 'utf8');

interface Mistake {
  what: string;
  /** A passage of the good policy, and what is written instead. */
  instead: [string, string];
  /** Words on the line that must be named. */
  line: string;
  says: RegExp;
}

const MISTAKES: Mistake[] = [
  {
    what: 'an unknown word',
    instead: ['        limits:\n          year:', '        limitz:\n          year:'],
    line: 'limitz:',
    says: /Unknown word 'limitz': did you mean 'limits'\?/,
  },
  {
    what: 'an unknown word within an amount',
    instead: ['{ percent: 20, of: serviceFee }', '{ percnt: 20, of: serviceFee }'],
    line: 'percnt',
    says: /'percnt': did you mean 'percent'\?/,
  },
  {
    what: 'an unknown form of amount',
    instead: ["national: { flat: '300000.00' }", "national: { flatt: '300000.00' }"],
    line: 'flatt',
    says: /'flatt': did you mean 'flat'\?/,
  },
  {
    what: 'an unknown word within a condition',
    instead: ["above: '50000.00' }\n            says", "abvoe: '50000.00' }\n            says"],
    line: 'abvoe',
    says: /'abvoe': did you mean 'above'\?/,
  },
  {
    what: 'a quotation that is not in the text',
    instead: ['每年不超过2个。', '每年不超过3个。'],
    line: '每年不超过3个。',
    says: /departs from the text: after '.*每年不超过' it reads '2个/,
  },
  {
    what: 'a quotation of another article',
    instead: ['quote: 鼓励企业引进人工智能人才。', 'quote: 每年不超过2个。'],
    line: 'quote: 每年不超过2个。',
    says: /stands outside article 三/,
  },
  {
    what: 'a limit below zero',
    instead: ["year: '200000.00'", "year: '-200000.00'"],
    line: "year: '-200000.00'",
    says: /cannot be below zero/,
  },
  {
    what: 'a limit below zero without quotes',
    instead: ["year: '200000.00'", 'year: -5'],
    line: 'year: -5',
    says: /cannot be below zero/,
  },
  {
    what: 'money without quotes',
    instead: ["year: '200000.00'", 'year: 200000'],
    line: 'year: 200000',
    says: /in quotes/,
  },
  {
    what: 'a payee that is nobody known',
    instead: ['        limits:\n          year:', '        payee: { kind: worker }\n        limits:\n          year:'],
    line: 'kind: worker',
    says: /'kind' must be one of enterprise, naturalPerson/,
  },
  {
    what: 'a payee whose reading is not said',
    instead: [
      '        limits:\n          year:',
      '        payee: { kind: naturalPerson, through: [employer] }\n        limits:\n          year:',
    ],
    line: 'kind: naturalPerson',
    says: /'interpretation' is missing/,
  },
  {
    what: 'a payee through somebody unknown',
    instead: [
      '        limits:\n          year:',
      '        payee: { kind: naturalPerson, through: [school], interpretation: { taken: { zh: 甲, en: A }, other: { zh: 乙, en: B }, why: { zh: 丙, en: C } } }\n        limits:\n          year:',
    ],
    line: 'through: [school]',
    says: /one of trainingInstitution, employer/,
  },
  {
    what: 'overlapping tiers',
    instead: ["from: '0.00', below: '500000.00'", "from: '0.00', to: '500000.00'"],
    line: "- { from: '500000.00'",
    says: /bands overlap/,
  },
  {
    what: 'a hole between tiers',
    instead: ["- { from: '500000.00'", "- { above: '500000.00'"],
    line: "- { above: '500000.00'",
    says: /hole between the bands/,
  },
  {
    what: 'a fact that is used but not declared',
    instead: ['require: { fact: serviceFee', 'require: { fact: serviceFees'],
    line: 'require: { fact: serviceFees',
    says: /serviceFees is not declared: did you mean serviceFee\?/,
  },
  {
    what: 'a fact that is declared but not used',
    instead: [
      '        facts:\n          - name: level',
      '        facts:\n          - { name: spare, type: date, label: { zh: 甲, en: A } }\n          - name: level',
    ],
    line: 'name: spare',
    says: /spare is declared but never used/,
  },
  {
    what: 'a fact of a wrong type',
    instead: ['name: serviceFee, type: money', 'name: serviceFee, type: date'],
    line: 'percent: 30',
    says: /serviceFee is of type date; here it must be money/,
  },
  {
    what: 'a constant of a wrong type',
    instead: ["{ fact: serviceFee, above: '50000.00' }", '{ fact: serviceFee, above: 50000 }'],
    line: 'above: 50000 }',
    says: /one type, here a money: write '50000\.00'/,
  },
  {
    what: 'a choice without all values',
    instead: [", provincial: { flat: '100000.00' }", ''],
    line: "values: { national: { flat: '300000.00' } }",
    says: /list exactly the values of level: national, provincial/,
  },
  {
    what: 'shares that do not add up',
    instead: ['payer: county, share: 1/3', 'payer: county, share: 1/2'],
    line: '        split:',
    says: /must add up to 1/,
  },
  {
    what: 'a clause id that is taken',
    instead: ["- id: '2'", "- id: '1'"],
    line: "- id: '1'",
    says: /id 1 is taken/,
  },
  {
    what: 'a subject on an annual clause',
    instead: ['        basis: annual\n', '        basis: annual\n        subject: given\n'],
    line: '        subject: given',
    says: /Only a subject basis has a subject/,
  },
  {
    what: 'a date that is none',
    instead: ['from: 2025-01-01, to: 2026-12-31', 'from: 2025-02-30, to: 2026-12-31'],
    line: 'from: 2025-02-30',
    says: /day of the calendar/,
  },
  {
    what: 'a reference to an unknown measure',
    instead: ['        evidence: [invoice]', '        evidence: [invoice]\n        matches: yunchuan-2025-3/9'],
    line: 'matches: yunchuan-2025-3/9',
    says: /no payable measure yunchuan-2025-3\/9/,
  },
  {
    what: 'a missing word',
    instead: ['        kind: non-monetary\n', ''],
    line: "- id: '3'",
    says: /'kind' must be one of grant, loan-limit, referral, non-monetary/,
  },
  {
    what: 'a cap forgotten',
    instead: ["        limits:\n          year: '200000.00'\n", ''],
    line: '        quote:\n',
    says: /rule does not hold '20万元' of the quotation \(it holds 50000\.00, 500000\.00/,
  },
  {
    what: 'a cap forgotten that is a threshold as well',
    instead: [
      YAML.slice(YAML.indexOf("{ from: '500000.00'"), YAML.indexOf('        split:')),
      "{ from: '500000.00', below: '800000.00', pays: { flat: '0.00' } }\n              - { from: '800000.00', pays: { flat: '200000.00' } }\n",
    ],
    line: '        quote:\n',
    says: /'20万元' of the quotation is a ceiling, but the rule holds it only as a threshold/,
  },
  {
    what: 'an amount that is ten times too small',
    instead: ["provincial: { flat: '100000.00' }", "provincial: { flat: '10000.00' }"],
    line: "provincial: { flat: '10000.00' }",
    says: /No quotation holds 10000\.00 of the rule \(it holds 30万元, 10万元\)/,
  },
  {
    what: 'money as it is printed',
    instead: ["year: '200000.00'", 'year: 20万元'],
    line: 'year: 20万元',
    says: /write '200000\.00'/,
  },
  {
    what: 'a percentage as it is printed',
    instead: ['percent: 30,', 'percent: 30%,'],
    line: 'percent: 30%',
    says: /write 30/,
  },
  {
    what: 'a date as it is printed',
    instead: ['from: 2025-01-01', 'from: 2025年1月1日'],
    line: 'from: 2025年1月1日',
    says: /write 2025-01-01/,
  },
  {
    what: 'a threshold as it is printed',
    instead: ["{ fact: serviceFee, above: '50000.00' }", '{ fact: serviceFee, above: 5万元 }'],
    line: 'above: 5万元 }',
    says: /write '50000\.00'/,
  },
  {
    what: 'a period without an end',
    instead: ['from: 2025-01-01, to: 2026-12-31, quote', 'from: 2025-01-01, quote'],
    line: 'period:',
    says: /either to \(its last day, null where none is set\) or years/,
  },
  {
    what: 'an end that is denied',
    instead: ['to: 2026-12-31', 'to: null'],
    line: 'to: null',
    says: /The text sets an end/,
  },
  {
    what: 'what a skeleton left open',
    instead: ['title: { zh: 人才, en: Talent }', 'title: { zh: 人才, en: to fill in }'],
    line: 'en: to fill in',
    says: /still to fill in/,
  },
  {
    what: 'a percentage that is ten times too small',
    instead: ['percent: 30', 'percent: 3'],
    line: 'percent: 3,',
    says: /No quotation holds 3% of the rule \(it holds 30%, 20%, 2:1\)/,
  },
  {
    what: 'a count of another size',
    instead: ['quota: 2', 'quota: 20'],
    line: 'quota: 20',
    says: /No quotation holds 20 of the rule \(it holds 2\)/,
  },
  {
    what: 'an amount that is mistyped as another one of the quotation',
    instead: ["national: { flat: '300000.00' }", "national: { flat: '100000.00' }"],
    line: "provincial: { flat: '100000.00' }",
    says: /'100000\.00' stands once in the quotation and 2 times in the rule: correct the number/,
  },
  {
    what: 'a reason that counts wrongly how often a number is said',
    instead: [
      "national: { flat: '300000.00' }, provincial: { flat: '100000.00' } }",
      "national: { flat: '100000.00' }, provincial: { flat: '100000.00' } }\n        figures: [{ words: 30万元, why: { zh: 无, en: None } }, { rule: '100000.00', times: 2, why: { zh: 无, en: None } }]",
    ],
    line: "provincial: { flat: '100000.00' }",
    says: /'100000\.00' stands once in the quotation and 2 times in the rule: .* as rule\.$/m,
  },
  {
    what: 'bands that begin elsewhere than the condition',
    instead: ["{ from: '0.00', below: '500000.00'", "{ from: '100000.00', below: '500000.00'"],
    line: "{ from: '100000.00'",
    says: /The conditions ask for serviceFee above: 50000\.00, but the first of these begins from: 100000\.00/,
  },
  {
    what: 'a band that holds no number',
    instead: ["{ from: '0.00', below: '500000.00'", "{ from: '500000.00', below: '500000.00'"],
    line: "{ from: '500000.00', below: '500000.00'",
    says: /The band holds no number: its end must lie above its start/,
  },
  {
    what: 'a clause of money that is said to pay nothing',
    instead: [
      YAML.slice(YAML.indexOf('        kind: grant\n        quote: 国家级'), YAML.indexOf('  - number: 三')),
      '        kind: non-monetary\n        quote: 国家级、省级的每个分别给予30万元、10万元奖励，每年不超过2个。\n        departments: { lead: 市工信局 }\n        reason: { zh: 无, en: None }\n',
    ],
    line: '        quote: 国家级',
    says: /'30万元' is quoted, but nothing is paid/,
  },
  {
    what: 'a reason that nothing needs',
    instead: [
      '        departments: { lead: 市数据局 }',
      '        figures: [{ words: 20万元, why: { zh: 无, en: None } }]\n        departments: { lead: 市数据局 }',
    ],
    line: 'figures:',
    says: /'20万元' needs no reason/,
  },
  {
    what: 'a reason for two numbers at once',
    instead: [
      '        departments: { lead: 市数据局 }',
      "        figures: [{ words: 20万元, rule: '1.00', why: { zh: 无, en: None } }]\n        departments: { lead: 市数据局 }",
    ],
    line: 'figures:',
    says: /names one number/,
  },
  {
    what: 'a period that ends in another year',
    instead: ['to: 2026-12-31', 'to: 2062-12-31'],
    line: 'to: 2062-12-31',
    says: /does not hold 2062-12-31 \(it holds 2025-01-01, 2026-12-31\)/,
  },
  {
    what: 'a department that the text does not name',
    instead: ['{ lead: 市数据局 }', '{ lead: 市数管局 }'],
    line: '市数管局',
    says: /The text names no 市数管局/,
  },
  {
    what: 'broken YAML',
    instead: ['departments: { lead: 市人社局 }', 'departments: { lead: 市人社局'],
    line: 'reason:',
    says: /YAML cannot be read/,
  },
];

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'duixian-bad-policy-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

/** The lines of complaint about a policy, none if it is good. */
function complaints(yaml: string, text = TEXT, folder = 'yunchuan-2025-3'): string[] {
  mkdirSync(join(directory, folder), { recursive: true });
  writeFileSync(join(directory, folder, 'policy.yaml'), yaml);
  writeFileSync(join(directory, folder, 'source.txt'), text);
  try {
    readCatalogue(directory);
    return [];
  } catch (error) {
    if (error instanceof PolicyProblems) return error.message.split('\n');
    throw error;
  }
}

describe('a policy that is wrong is refused with file, line and what to do', () => {
  it.each(MISTAKES)('$what', ({ instead: [good, bad], line, says }) => {
    expect(YAML).toContain(good);
    const yaml = YAML.replace(good, bad);
    const lines = yaml.split('\n');
    const expected =
      good === "- id: '2'"
        ? lines.findLastIndex((each) => each.includes(line))
        : lines.findIndex((each) => `${each}\n`.includes(line));

    const found = complaints(yaml);

    const here = found.filter((complaint) => complaint.startsWith(`yunchuan-2025-3/policy.yaml:${expected + 1}:`));
    expect(here.join('\n')).toMatch(says);
    expect(here.join('\n')).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(['fuzhou-2026-7', 'jinjiang-2025-6', 'quanzhou-2024-7', 'xiamen-2023-10', 'zhangzhou-2024-2'])(
    'finds a wrong first and last day of %s, though one of them is read in a way that is written down',
    (folder) => {
      const yaml = readFileSync(join(POLICIES_DIR, folder, 'policy.yaml'), 'utf8');
      const text = readFileSync(join(POLICIES_DIR, folder, 'source.txt'), 'utf8');
      const [, from = '', to = ''] = /from: (\d{4}-\d\d-\d\d),?\s+to: (\d{4}-\d\d-\d\d)/.exec(yaml) ?? [];
      const [early, late] = [from.replace(/^\d{4}/, '2001'), to.replace(/^\d{4}/, '2062')];

      expect(complaints(yaml.replace(`from: ${from}`, `from: ${early}`), text, folder).join('\n')).toContain(early);
      expect(complaints(yaml.replace(`to: ${to}`, `to: ${late}`), text, folder).join('\n')).toContain(late);
      expect(complaints(yaml.replace(`to: ${to}`, 'to: null'), text, folder).join('\n')).toMatch(/sets an end/);
    },
  );

  it('says nothing about a good one', () => {
    expect(complaints(YAML)).toEqual([]);
  });

  it('misses an article of the text', () => {
    const text = TEXT.replace('本办法自', '四、设立基金\n设立产业基金。\n本办法自');
    expect(complaints(YAML, text).join('\n')).toMatch(/Article 四 of the text is not listed/);
  });

  it('misses an amount of the text', () => {
    const text = TEXT.replace('鼓励企业引进人工智能人才。', '鼓励企业引进人工智能人才。每人奖励 1.5万元。');
    expect(complaints(YAML, text).join('\n')).toMatch(/'1\.5万元' in '.*' lies in no quotation/);
  });

  it('misses a percentage of the text', () => {
    const text = TEXT.replace('鼓励企业引进人工智能人才。', '鼓励企业引进人工智能人才。按年薪的 0.6%补贴。');
    expect(complaints(YAML, text).join('\n')).toMatch(/'0\.6%' in '.*' lies in no quotation/);
  });

  it.each(['二十万元', '百分之三十', '三十万', '3‰', '1:1', '二分之一', '500元/人'])(
    'misses %s of the text',
    (figure) => {
      const text = TEXT.replace('鼓励企业引进人工智能人才。', `鼓励企业引进人工智能人才。补贴${figure}。`);
      expect(complaints(YAML, text).join('\n')).toMatch(/lies in no quotation/);
    },
  );

  it('misses an amount of a table whose unit stands in its head', () => {
    const table = '| 项目 | 标准（万元） |\n|---|---|\n| 人才 | 15 |';
    const text = TEXT.replace('鼓励企业引进人工智能人才。', `鼓励企业引进人工智能人才。\n${table}\n`);
    expect(complaints(YAML, text).join('\n')).toMatch(
      /'15' in '.*' lies in no quotation: quote it in a clause of article 三/,
    );
  });

  it('compares the amount of a quoted row of a table with the rule', () => {
    const table = '| 项目 | 标准（万元） |\n|---|---|\n| 人才 | 15 |';
    const text = TEXT.replace('鼓励企业引进人工智能人才。', `鼓励企业引进人工智能人才。\n${table}\n`);
    const yaml = YAML.replace('quote: 鼓励企业引进人工智能人才。', 'quote: [鼓励企业引进人工智能人才。, 人才15]');

    expect(complaints(yaml, text).join('\n')).toMatch(/'15' is quoted, but nothing is paid/);
  });

  it('denies no dates that the text names', () => {
    const yaml = YAML.replace(/^period:.*$/m, (line) =>
      line.replace(
        /quote: [^}]*/u,
        'quote: null, interpretation: { quote: 设立, taken: { zh: 2025年1月1日起, en: x }, other: { zh: 无, en: x }, why: { zh: 无, en: x } } ',
      ),
    );

    expect(complaints(yaml).join('\n')).toMatch(/says from when on it is in force: quote '本办法自.*' under period/);
  });

  it('says which text is missing, and which folder', () => {
    complaints(YAML);
    rmSync(join(directory, 'yunchuan-2025-3', 'source.txt'));

    expect(() => readCatalogue(directory)).toThrow(
      /^yunchuan-2025-3\/source\.txt:1:1: .*The text of the document is missing/,
    );
    expect(() => readCatalogue(join(directory, 'nowhere'))).toThrow(/nowhere:1:1: .*There is no such folder/);
  });

  it('takes a folder of another name for a mistake', () => {
    expect(complaints(YAML, TEXT, 'yunchuan-2025-4').join('\n')).toMatch(/named like its folder: yunchuan-2025-4/);
  });
});
