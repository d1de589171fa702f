import { describe, expect, it } from '@jest/globals';

import { isFailure } from '@duixian/policy';

import { readCatalogue } from './index.js';

const catalogue = readCatalogue();

const GOOD = {
  id: 'rent',
  measure: 'quanzhou-2024-7/2',
  year: 2025,
  occurredOn: '2025-12-31',
  enterprise: { division: '350502' },
  facts: { serviceFee: '60000.00' },
};
const GRANT = { measure: 'quanzhou-2024-7/2', year: 2025, subject: null, payer: '350500', amount: '1.00' };

function failure(given: unknown): unknown {
  const answer = catalogue.assess(given);
  return isFailure(answer) ? [answer.error.code, answer.error.fact ?? null] : answer;
}

describe('a case that cannot be read', () => {
  it.each<[string, unknown]>([
    ['no object', 5],
    ['null', null],
    ['an array', []],
    ['no measure', { ...GOOD, measure: undefined }],
    ['a measure that is no text', { ...GOOD, measure: 2 }],
    ['a year as text', { ...GOOD, year: '2025' }],
    ['half a year', { ...GOOD, year: 2025.5 }],
    ['a day that is none', { ...GOOD, occurredOn: '2025-02-29' }],
    ['no enterprise', { ...GOOD, enterprise: undefined }],
    ['a division of five digits', { ...GOOD, enterprise: { division: '35050' } }],
    ['a division as a number', { ...GOOD, enterprise: { division: 350502 } }],
    ['facts as a list', { ...GOOD, facts: [] }],
    ['grants as an object', { ...GOOD, granted: {} }],
    ['a grant that is none', { ...GOOD, granted: [null] }],
    ['a grant without measure', { ...GOOD, granted: [{ ...GRANT, measure: undefined }] }],
    ['a grant without year', { ...GOOD, granted: [{ ...GRANT, year: undefined }] }],
    ['a grant without payer', { ...GOOD, granted: [{ ...GRANT, payer: undefined }] }],
    ['a grant paid by no division', { ...GOOD, granted: [{ ...GRANT, payer: '市财政局' }] }],
    ['a grant without amount', { ...GOOD, granted: [{ ...GRANT, amount: undefined }] }],
    ['a grant below zero', { ...GOOD, granted: [{ ...GRANT, amount: '-1.00' }] }],
    ['a pool with three decimals', { ...GOOD, programme: { poolUsed: '1.001' } }],
    ['half a place of a quota', { ...GOOD, programme: { quotaUsed: 0.5 } }],
    ['a subject left out', { ...GOOD, measure: 'quanzhou-2024-7/3', facts: {} }],
    ['a misspelt key', { ...GOOD, granteds: [GRANT] }],
    ['a misspelt key of the enterprise', { ...GOOD, enterprise: { division: '350502', divison: '350582' } }],
    ['a misspelt key of a grant', { ...GOOD, granted: [{ ...GRANT, subjekt: 'A' }] }],
    ['a misspelt key of the programme', { ...GOOD, programme: { poolused: '1.00' } }],
    ['a blank subject', { ...GOOD, measure: 'quanzhou-2024-7/3', facts: {}, subject: ' \u3000' }],
    ['an empty subject', { ...GOOD, measure: 'quanzhou-2024-7/3', facts: {}, subject: '' }],
  ])('%s', (_, given) => expect(failure(given)).toEqual(['INVALID_CASE', null]));

  it('is complained of before the measure, the measure before the subject, the subject before the facts', () => {
    expect(failure({ ...GOOD, measure: 'quanzhou-2024-7/99', year: 'x' })).toEqual(['INVALID_CASE', null]);
    expect(failure({ ...GOOD, measure: 'quanzhou-2024-7/99' })).toEqual(['UNKNOWN_MEASURE', null]);
    expect(failure({ ...GOOD, measure: 'nowhere' })).toEqual(['UNKNOWN_MEASURE', null]);
    expect(failure({ ...GOOD, measure: 'xiamen-2023-10/13', facts: {} })).toEqual(['NOT_PAYABLE', null]);
    expect(failure({ ...GOOD, measure: 'quanzhou-2024-7/8.1', facts: {} })).toEqual(['INVALID_CASE', null]);
    expect(failure({ ...GOOD, measure: 'quanzhou-2024-7/8.1', facts: {}, subject: 'A' })).toEqual([
      'INVALID_FACT',
      'level',
    ]);
  });

  it('names an unknown fact first, then the first wrong one of the clause', () => {
    const measure = 'quanzhou-2024-7/5.2';
    const given = { ...GOOD, measure, subject: 'A', facts: { inUse: 1, cost: -1, mode: 'purchase' } };
    expect(failure(given)).toEqual(['INVALID_FACT', 'cost']);
    expect(failure({ ...given, facts: { ...given.facts, toString: 1 } })).toEqual(['INVALID_FACT', 'toString']);
  });

  it('names the known key that a misspelt one most probably stands for', () => {
    const answer = catalogue.assess({ ...GOOD, granteds: [] });

    expect(answer).toMatchObject({ error: { message: { en: expect.stringMatching(/granteds.*granted/) } } });
  });

  it('keeps its identification', () => {
    expect(catalogue.assess({ ...GOOD, id: { row: 7 }, year: null })).toMatchObject({ id: { row: 7 } });
    expect(catalogue.assess('nonsense')).toMatchObject({ id: null });
  });
});

describe('what is ignored', () => {
  it('a subject where it is derived or there is none', () => {
    expect(catalogue.assess({ ...GOOD, subject: 'A' })).toMatchObject({ eligible: true, subject: null });
  });

  it('grants of nothing, and of measures that have no bearing', () => {
    const granted = [
      { ...GRANT, amount: '0.00' },
      { ...GRANT, measure: 'gone-2019-1/1', amount: '999999.00' },
      { ...GRANT, year: 2024 },
    ];
    expect(catalogue.assess({ ...GOOD, granted })).toMatchObject({ amount: '18000.00', reasons: [] });
  });
});

describe('messages', () => {
  it('name the field in both languages and say what to write', () => {
    const answer = catalogue.assess({ ...GOOD, facts: { serviceFee: 'much' } });
    const says = {
      zh: expect.stringMatching(/^serviceFee（年度服务费.*）必须是[^a-z]+$/),
      en: expect.stringMatching(/^serviceFee \(.*\) must be \P{Script=Han}+$/u),
    };
    expect(answer).toMatchObject({ error: { message: says } });
  });

  it('come all at once for a form', () => {
    const problems = catalogue.validateFacts('quanzhou-2024-7/5.2', { mode: 'stolen', cost: '1', colour: 'red' }, 'en');
    expect(problems.map(({ fact }) => fact)).toEqual(['colour', 'mode', 'firstProduct', 'inUse', 'leasedMonths']);
    expect(problems[1]?.message).toMatch(/one of purchase \(Purchase\), lease \(Lease\)/);
    expect(catalogue.validateFacts('quanzhou-2024-7/2', { serviceFee: 5 }, 'zh')).toEqual([]);
  });
});

describe('what measures have to do with each other', () => {
  it('counts the grants of the county line and of the overlap group', () => {
    expect(catalogue.relatedMeasures('quanzhou-2024-7/2')).toEqual(['quanzhou-2024-7/2', 'jinjiang-2025-6/1.2']);
    expect(catalogue.relatedMeasures('jinjiang-2025-6/1.2')).toEqual(['jinjiang-2025-6/1.2', 'quanzhou-2024-7/2']);
    expect(catalogue.relatedMeasures('quanzhou-2024-7/6')).toEqual(['quanzhou-2024-7/6', 'jinjiang-2025-6/2.2']);
    expect(catalogue.relatedMeasures('xiamen-2023-10/3')).toEqual(['xiamen-2023-10/3']);
  });

  it('lets shares and groups rest on the same evidence', () => {
    const shares = (a: string, b: string, change: object = {}) => {
      const matter = { year: 2025, subject: '算力中心', overlaps: true };
      return catalogue.sharesEvidence({ ...matter, measure: a }, { ...matter, measure: b, ...change });
    };
    expect(shares('quanzhou-2024-7/1', 'jinjiang-2025-6/1.1')).toBe(true);
    expect(shares('quanzhou-2024-7/1', 'jinjiang-2025-6/1.1', { subject: '边缘算力' })).toBe(false);
    expect(shares('jinjiang-2025-6/1.2', 'quanzhou-2024-7/2')).toBe(true);
    expect(shares('jinjiang-2025-6/2.2', 'quanzhou-2024-7/6')).toBe(true);
    expect(shares('jinjiang-2025-6/2.2', 'quanzhou-2024-7/6', { year: 2026 })).toBe(false);
    expect(shares('quanzhou-2024-7/2', 'quanzhou-2024-7/6')).toBe(false);
    expect(shares('quanzhou-2024-7/2', 'quanzhou-2024-7/2')).toBe(true);
    expect(shares('quanzhou-2024-7/1', 'quanzhou-2024-7/1')).toBe(false);
  });

  it('puts a claim in its overlap group as its facts say', () => {
    const county = 'jinjiang-2025-6/2.4.scenario';
    expect(catalogue.isInOverlap(county, 2025, { level: 'quanzhou' })).toBe(true);
    expect(catalogue.isInOverlap(county, 2025, { level: 'provincial' })).toBe(false);
    expect(catalogue.isInOverlap(county, 2025, {})).toBe(false);
    expect(catalogue.isInOverlap('quanzhou-2024-7/3', 2025, {})).toBe(true);
    expect(catalogue.isInOverlap('quanzhou-2024-7/2', 2025, { serviceFee: '1.00' })).toBe(false);
  });

  it('counts either side of the county line against the other', () => {
    const lines = (measure: string, granted: unknown[]) => {
      const answer = catalogue.assess({
        ...GOOD,
        measure,
        enterprise: { division: '350582' },
        facts: { serviceFee: '400000.00' },
        granted,
      });
      return isFailure(answer) ? [] : answer.lines.map(({ payer, amount, basis }) => [payer, amount, basis]);
    };

    expect(
      lines('quanzhou-2024-7/2', [{ ...GRANT, measure: 'jinjiang-2025-6/1.2', payer: '350582', amount: 60_000 }]),
    ).toEqual([['350500', '60000.00', 'quanzhou-2024-7/2']]);
    expect(lines('jinjiang-2025-6/1.2', [{ ...GRANT, payer: '350582', amount: '10000.00' }])).toEqual([
      ['350582', '50000.00', 'jinjiang-2025-6/1.2'],
    ]);
    // An enterprise that moved gets one county half, whichever county paid it; the city's own line is beside it.
    expect(lines('jinjiang-2025-6/1.2', [{ ...GRANT, payer: '350583', amount: '10000.00' }])).toEqual([
      ['350582', '50000.00', 'jinjiang-2025-6/1.2'],
    ]);
    expect(lines('jinjiang-2025-6/1.2', [{ ...GRANT, payer: '350500', amount: '10000.00' }])).toEqual([
      ['350582', '60000.00', 'jinjiang-2025-6/1.2'],
    ]);
  });

  it('rests the county line on Jinjiang only within its dates', () => {
    const given = { ...GOOD, enterprise: { division: '350582' } };
    expect(catalogue.assess({ ...given, year: 2024, occurredOn: '2024-12-31' })).toMatchObject({
      lines: [{ basis: 'quanzhou-2024-7/2' }, { payer: '350582', basis: 'quanzhou-2024-7/2' }],
    });
    expect(catalogue.assess({ ...given, occurredOn: '2025-01-01' })).toMatchObject({
      lines: [{ basis: 'quanzhou-2024-7/2' }, { payer: '350582', basis: 'jinjiang-2025-6/1.2' }],
    });
  });
});
