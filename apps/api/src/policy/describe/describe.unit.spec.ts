import { describe, expect, it } from '@jest/globals';
import type { PayableClause } from '@duixian/policy';
import { describeAmount } from './describe-amount.js';
import { describePredicate } from './describe-predicate.js';
import { FactWords, money, type Amount, type Predicate } from './words.js';

const CLAUSE: PayableClause = {
  id: '1',
  title: { zh: '补助', en: 'Subsidy' },
  kind: 'grant',
  quote: '补助',
  departments: { lead: '市工信局' },
  basis: 'annual',
  amount: { flat: '1.00' },
  facts: [
    { name: 'fee', type: 'money', label: { zh: '服务费', en: 'Fee' } },
    { name: 'area', type: 'number', label: { zh: '面积', en: 'Area' }, unit: { zh: '平方米', en: 'm²' } },
    { name: 'growth', type: 'percent', label: { zh: '平均增速', en: 'Average growth' } },
    { name: 'opened', type: 'date', label: { zh: '开业日期', en: 'Day of opening' } },
    { name: 'first', type: 'boolean', label: { zh: '首次', en: 'First time' } },
    {
      name: 'level',
      type: 'choice',
      label: { zh: '级别', en: 'Level' },
      values: { national: { zh: '国家级', en: 'National' }, provincial: { zh: '省级', en: 'Provincial' } },
    },
  ],
};
const FACTS = new FactWords(CLAUSE);

describe('a rule in words', () => {
  it.each<[string, string, string]>([
    ['300000.00', '30万元', '¥300,000.00'],
    ['1500000', '150万元', '¥1,500,000.00'],
    ['1234.5', '1,234.50元', '¥1,234.50'],
    ['0.00', '0.00元', '¥0.00'],
  ])('writes %s yuan as %s', (yuan, zh, en) => {
    expect(money(yuan)).toEqual({ zh, en });
  });

  it.each<[Amount, string, string]>([
    [{ rate: { percent: 30, of: 'fee' } }, '服务费的30%', '30% of Fee'],
    [{ upTo: '2000000.00' }, '由牵头部门提出金额，最高200万元', 'as the lead department proposes, up to ¥2,000,000.00'],
    [
      { choose: { by: 'level', values: { national: { flat: '200000.00' }, provincial: { flat: '100000.00' } } } },
      '国家级：20万元；省级：10万元',
      'National: ¥200,000.00; Provincial: ¥100,000.00',
    ],
    [
      {
        tiers: {
          of: 'fee',
          bands: [
            { from: '0', to: '100000.00', pays: { flat: '30000.00' } },
            { above: '100000.00', pays: { flat: '60000.00' } },
          ],
        },
      },
      '服务费至10万元（含）：3万元；服务费超过10万元：6万元',
      'Fee to ¥100,000.00: ¥30,000.00; Fee above ¥100,000.00: ¥60,000.00',
    ],
    [
      { lesserOf: [{ fact: 'fee' }, { perUnit: { amount: '20.00', units: ['area'] } }] },
      '服务费与20.00元×面积中的较低者',
      'the lesser of Fee and ¥20.00 × Area',
    ],
    [
      { greaterOf: [{ flat: '200.00' }, { fact: 'fee' }] },
      '200.00元与服务费中的较高者',
      'the greater of ¥200.00 and Fee',
    ],
    [
      { prorated: { amount: { fact: 'fee' }, limit: 500, by: 'area' } },
      '服务费（面积按不超过500折算）',
      'Fee (for at most 500 of Area)',
    ],
  ])('says how %j is reckoned', (amount, zh, en) => {
    expect(describeAmount(amount, FACTS)).toEqual({ zh, en });
  });

  it.each<[Predicate, string, string]>([
    [{ fact: 'fee', above: '50000.00' }, '服务费高于5万元', 'Fee above ¥50,000.00'],
    [
      { fact: 'area', atLeast: 10, below: 20 },
      '面积不低于10平方米且低于20平方米',
      'Area at least 10 m² and below 20 m²',
    ],
    [{ fact: 'first', is: true }, '首次：是', 'First time: yes'],
    [{ not: { fact: 'level', is: 'national' } }, '并非（级别：国家级）', 'not (Level: National)'],
    [
      { growth: { of: 'fee', over: 'area' }, atLeast: { fact: 'growth' } },
      '服务费较面积增长不低于平均增速',
      'Fee exceeds Area by at least Average growth',
    ],
    [{ year: { equals: { yearOf: 'opened' } } }, '年度为开业日期所在年份', 'the year is the year of Day of opening'],
    [{ grantedYears: { below: 3 } }, '此前获得补助不足3个年度', 'granted in fewer than 3 earlier years'],
  ])('says when %j holds', (predicate, zh, en) => {
    expect(describePredicate(predicate, FACTS)).toEqual({ zh, en });
  });
});
