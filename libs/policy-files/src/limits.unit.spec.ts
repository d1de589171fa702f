import { describe, expect, it } from '@jest/globals';

import { isFailure } from '@duixian/policy';

import { readCatalogue } from './index.js';

const catalogue = readCatalogue();

interface Earlier {
  measure?: string;
  year?: number;
  subject?: string;
  amount: string;
}

/** Amount and reasons of a claim of 2025 under a measure, after these grants. */
function due(measure: string, facts: Record<string, unknown>, granted: Earlier[] = [], programme = {}): unknown[] {
  const policy = catalogue.measure(measure)?.policy;
  const answer = catalogue.assess({
    measure,
    year: 2025,
    occurredOn: '2025-07-01',
    enterprise: { division: `${policy?.jurisdiction ?? ''}02`.slice(0, 6) },
    subject: 'A',
    facts,
    granted: granted.map((grant) => ({ measure, year: 2025, payer: policy?.division, ...grant })),
    programme,
  });
  return isFailure(answer) ? [answer.error.message.en] : [answer.amount, ...answer.reasons];
}

describe('an annual measure', () => {
  const model = (rdSpend: string) => ({ kind: 'general', parametersYi: 1001, industryInfluence: false, rdSpend });
  const LARGE = 'jinjiang-2025-6/3.2';

  it('takes other years off the cap over all years, then this year off the entitlement', () => {
    const before = [
      { year: 2024, amount: '40000000.00' },
      { year: 2025, amount: '4000000.00' },
    ];
    expect(due(LARGE, model('100000000.00'), before)).toEqual(['6000000.00', 'ENTERPRISE_TOTAL_CAP']);
    expect(due(LARGE, model('20000000.00'), before)).toEqual(['2000000.00']);
  });

  it('ends the list where the cap leaves nothing', () => {
    const before = [
      { year: 2024, amount: '50000000.00' },
      { year: 2025, amount: '1.00' },
    ];
    expect(due(LARGE, model('10.00'), before)).toEqual(['0.00', 'ENTERPRISE_TOTAL_CAP']);
  });

  it('has no code for grants that lower it, and one for grants that reach it, beside the cap', () => {
    const VOUCHERS = 'xiamen-2023-10/3';
    const fee = { serviceFee: '2000000.00' };
    expect(due(VOUCHERS, fee, [{ amount: '499999.99' }])).toEqual(['0.01', 'ENTERPRISE_YEAR_CAP']);
    expect(due(VOUCHERS, fee, [{ amount: '500000.00' }])).toEqual(['0.00', 'ENTERPRISE_YEAR_CAP', 'ALREADY_GRANTED']);
  });

  it('has no code at all where nothing is promised', () => {
    expect(due('zhangzhou-2024-2/3', { tradeValue: '0' }, [{ amount: '5.00' }])).toEqual(['0.00']);
  });

  it('is lowered by the pool after its own grants', () => {
    const fee = { serviceFee: '600000.00' };
    const granted = [{ amount: '100000.00' }];
    expect(due('xiamen-2023-10/3', fee, granted, { poolUsed: '9800000.00' })).toEqual(['200000.00']);
    expect(due('xiamen-2023-10/3', fee, granted, { poolUsed: '9800000.01' })).toEqual(['199999.99', 'POOL_LIMIT']);
    expect(due('xiamen-2023-10/3', fee, [], { poolUsed: '10000000.01' })).toEqual(['0.00', 'POOL_LIMIT']);
  });

  it('ends where an earlier year took the third turn of a schedule', () => {
    const years = [2022, 2023, 2024].map((year) => ({ year, amount: '0.01' }));
    expect(due('zhangzhou-2024-2/2', { serviceFee: '100000' }, years.slice(1))).toEqual(['30000.00']);
    expect(due('zhangzhou-2024-2/2', { serviceFee: '100000' }, years)).toEqual(['0.00', 'SCHEDULE_EXHAUSTED']);
    const nothing = years.map((grant) => ({ ...grant, amount: '0.00' }));
    expect(due('zhangzhou-2024-2/2', { serviceFee: '100000' }, nothing)).toEqual(['50000.00']);
  });
});

describe('a subject', () => {
  it('is paid once, for which there is one reason', () => {
    const facts = { capacityP: 100, investment: '900000000' };
    expect(due('quanzhou-2024-7/1', facts, [{ year: 2023, subject: 'A', amount: '0.01' }])).toEqual([
      '0.00',
      'ALREADY_GRANTED',
    ]);
    expect(due('quanzhou-2024-7/1', facts, [{ subject: 'B', amount: '9.00' }])).toEqual(['2500000.00', 'ITEM_CAP']);
  });

  it('rises to the difference, then meets the cap of the year', () => {
    const FILING = 'fuzhou-2026-7/1';
    const facts = { level: 'national', proposedAmount: '900000.00' };
    const rise = (granted: Earlier[]): unknown => {
      const answer = catalogue.assess({
        measure: FILING,
        year: 2027,
        occurredOn: '2027-01-01',
        enterprise: { division: '350102' },
        subject: 'A',
        facts,
        granted: granted.map((grant) => ({ measure: FILING, year: 2027, payer: '350100', ...grant })),
      });
      return isFailure(answer) ? answer.error.message.en : [answer.amount, ...answer.reasons];
    };
    const lower = { year: 2026, subject: 'A', amount: '100000.00' };
    expect(rise([lower])).toEqual(['100000.00', 'ITEM_CAP']);
    expect(rise([lower, { subject: 'B', amount: '450000.00' }])).toEqual([
      '50000.00',
      'ITEM_CAP',
      'ENTERPRISE_YEAR_CAP',
    ]);
    expect(rise([{ ...lower, amount: '200000.00' }])).toEqual(['0.00', 'ITEM_CAP', 'ALREADY_GRANTED']);
  });

  it('is paid what it exceeds the others of its group, to the fen', () => {
    const SCENARIO = 'jinjiang-2025-6/2.4.scenario';
    const city = { measure: 'quanzhou-2024-7/3', year: 2024, subject: 'A', payer: '350500', amount: '0.01' };
    expect(due(SCENARIO, { level: 'quanzhou' }, [city])).toEqual(['49999.99', 'OVERLAP']);
    expect(due(SCENARIO, { level: 'quanzhou' }, [{ ...city, subject: 'B' }])).toEqual(['50000.00']);
    expect(due(SCENARIO, { level: 'provincial' }, [city])).toEqual(['100000.00']);
  });
});

describe('steps', () => {
  const STEPS = 'xiamen-2023-10/8.2';
  const grown = (highestRevenueBefore: string) => ({
    aboveScale: true,
    revenue: '200000000.01',
    previousRevenue: '0',
    highestRevenueBefore,
    industryAverageGrowth: '99.9',
  });

  it('pay the award less all that was granted, in any year', () => {
    expect(due(STEPS, grown('0.00'), [{ year: 2020, amount: '499999.99' }])).toEqual(['0.01']);
    expect(due(STEPS, grown('0.00'), [{ year: 2027, amount: '500000.00' }])).toEqual(['0.00', 'ALREADY_GRANTED']);
  });

  it('must rise above the greater of the revenues before', () => {
    expect(due(STEPS, grown('200000000.00'))).toEqual(['500000.00']);
    expect(due(STEPS, grown('200000000.01'))).toEqual(['0.00', 'CONDITION_NOT_MET']);
  });

  it('need growth, compared exactly', () => {
    const facts = { ...grown('0'), revenue: '108400000.00', previousRevenue: '100000000.00' };
    expect(due(STEPS, { ...facts, industryAverageGrowth: '8.4' })).toEqual(['200000.00']);
    expect(due(STEPS, { ...facts, industryAverageGrowth: '8.4001' })).toEqual(['0.00', 'CONDITION_NOT_MET']);
    const exactly = { ...facts, previousRevenue: '50000000.00', revenue: '100000000.01' };
    expect(due(STEPS, { ...exactly, industryAverageGrowth: '100.00000002' })).toEqual(['200000.00']);
    expect(due(STEPS, { ...exactly, industryAverageGrowth: '100.00000003' })).toEqual(['0.00', 'CONDITION_NOT_MET']);
  });
});

it('rounds half-up to the fen, once', () => {
  expect(due('quanzhou-2024-7/1', { capacityP: 100, investment: '0.10' })).toEqual(['0.01']);
  expect(due('quanzhou-2024-7/1', { capacityP: 100, investment: '0.09' })).toEqual(['0.00']);
  // 5% of the subsidy on top of it: 1,000,000 + 300,000 + 50,000.
  const facts = { aboveScale: true, rdSpend: '21999999.99', previousRdSpend: '18000000.00' };
  expect(due('xiamen-2023-10/6', facts)).toEqual(['1350000.00']);
});

it('lists a loan limit without lines', () => {
  expect(due('xiamen-2023-10/17', { newlyRegistered: false, previousRdSpend: '3.01' }, [{ amount: '1.00' }])).toEqual([
    '1.51',
  ]);
});
