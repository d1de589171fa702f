import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { skeletonOf } from './skeleton.js';

interface Skeleton {
  period: object;
  articles: { number: string | null; heading: string; clauses: { quote: string }[] }[];
}

const laidOut = (text: string): Skeleton => parse(skeletonOf({ folder: 'yunchuan-2026-1', text })) as Skeleton;

describe('the dates of a document', () => {
  it.each([
    ['本措施自2026年1月1日起施行，有效期5年。', { from: '2026-01-01', years: 5 }],
    ['本意见自印发之日起五年内有效。', { from: '2026-03-01', years: 5 }],
    ['政策自2026年1月1日起至2028年12月31日止。', { from: '2026-01-01', to: '2028-12-31' }],
  ])('are found in %s', (sentence, dates) => {
    const { period } = laidOut(`云川市若干措施\n2026年3月1日\n一、奖励\n奖励10万元。\n二、附则\n${sentence}\n`);

    expect(period).toEqual({ ...dates, quote: sentence.replace('政策', '') });
  });
});

it('quotes sentences without the headings and the title above them', () => {
  const { articles } = laidOut('云川市若干措施\n对首台套奖励5万元。\n一、支持人才\n引进人才的，每人补助1.5万元。\n');

  expect(articles.map(({ heading, clauses }) => [heading, clauses.map(({ quote }) => quote)])).toEqual([
    ['对首台套奖励5万元', ['对首台套奖励5万元。']],
    ['支持人才', ['引进人才的，每人补助1.5万元。']],
  ]);
});

it('goes on with a sentence whose line is broken', () => {
  const { articles } = laidOut('第一条 对年度算力服务费超过20万元的企业，按\n30%给予补助。\n');

  expect(articles[0]?.clauses[0]?.quote).toBe('对年度算力服务费超过20万元的企业，按30%给予补助。');
});

it('lists a table whose amounts have their unit in its head', () => {
  const { articles } = laidOut(
    '云川市奖励公告\n按下表奖励。\n| 级别 | 标准（万元） |\n| --- | --- |\n| 国家级 | 30 |\n',
  );

  expect(articles.map(({ number, clauses }) => [number, clauses.map(({ quote }) => quote)])).toEqual([
    [null, ['级别标准（万元）国家级30']],
  ]);
});
