import { expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

it('writes rows as spreadsheets read them, marked as UTF-8', () => {
  expect(
    csvOf([
      ['申报号', '企业'],
      ['350500-2025-G05CP7ZA', '甲，“乙”'],
    ]),
  ).toBe('\uFEFF申报号,企业\r\n350500-2025-G05CP7ZA,甲，“乙”\r\n');
});

it.each([
  ['a "b", c', '"a ""b"", c"'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ['+1 then', "'+1 then"],
  ['-cmd', "'-cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['\t=1', '"\'\t=1"'],
  [' =1+1', "' =1+1"],
  ['\u3000＠SUM(A1)', "'\u3000＠SUM(A1)"],
])('writes %j as a text that is no formula', (text, written) => {
  expect(csvOf([[text]])).toBe(`\uFEFF${written}\r\n`);
});

it.each(['150000.00', '-7.00', '12345678901.99', '2025', ''])('writes the number %s as it is', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF${text}\r\n`);
});

it('keeps each digit of a code', () => {
  expect(csvOf([['913505001561000251']])).toBe('\uFEFF"913505001561000251\t"\r\n');
});
