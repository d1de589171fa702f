import { expect, it } from '@jest/globals';

import { PublishedText } from '../check/published-text.js';
import { writeFigure } from './figures.js';

function amounts(...lines: string[]): [string, string][] {
  const text = new PublishedText(lines.join('\n'));
  return text.figures
    .filter(({ kind }) => kind !== 'count')
    .map((figure) => [text.folded.slice(figure.start, figure.end), writeFigure(figure)]);
}

it('reads the amounts of a column by the unit in its head', () => {
  expect(
    amounts(
      '| 序号 | 项目 | 标准（万元） | 比例（%） |',
      '|---|---|---|---|',
      '| 1 | 高新技术企业 | 20 | 30 |',
      '| 2 | 小巨人 | 1,000 | 50 |',
    ),
  ).toEqual([
    ['20', '200000.00'],
    ['30', '30%'],
    ['1,000', '10000000.00'],
    ['50', '50%'],
  ]);
});

it('reads a table of tabs by the unit above it, but not the numbers of its rows', () => {
  expect(amounts('单位：万元', '序号\t项目\t标准', '1\t高企\t20', '2\t小巨人\t50', '合计120人')).toEqual([
    ['20', '200000.00'],
    ['50', '500000.00'],
  ]);
});

it('takes no number for money where nothing names its unit, nor after the table has ended', () => {
  expect(amounts('| 项目 | 人数 |', '| 高企 | 20 |')).toEqual([]);
  expect(amounts('| 项目 | 标准（元） |', '| 高企 | 20 |', '附注如下。', '| 项目 | 人数 |', '| 高企 | 30 |')).toEqual([
    ['20', '20.00'],
  ]);
});

it('reads an amount with its unit in the cell once', () => {
  expect(amounts('| 项目 | 标准（万元） |', '| 高企 | 20万元 |')).toEqual([['20万元', '200000.00']]);
});
