import { describe, expect, it } from '@jest/globals';
import { fen } from '@duixian/money';
import { parse } from 'csv-parse/sync';
import { csvOf } from './public-csv.js';
import type { PublicEntry } from './public-entry.js';

const ENTRY: PublicEntry = {
  claim: '350500-2025-7K3M9QAB',
  name: '青石智算有限公司',
  uscc: '91350582MA2XXXXX0A',
  measure: 'quanzhou-2024-7/2',
  clause: { zh: '算力租用补助', en: 'Rented computing power' },
  kind: 'grant',
  amount: fen(30_000_000n),
  lines: [
    { payer: '泉州市', amount: fen(15_000_000n) },
    { payer: '晋江市', amount: fen(15_000_000n) },
  ],
  from: '2026-08-03',
  until: '2026-08-10',
  office: '市数据管理局',
  telephone: '12345',
};

function rowsOf(...entries: PublicEntry[]): string[][] {
  return parse(csvOf(entries), { bom: true, from_line: 2 });
}

describe('the public list as CSV', () => {
  it('has a line for each treasury, and one for a loan limit, which none pays', () => {
    expect(rowsOf(ENTRY)).toEqual([
      [
        ENTRY.claim,
        ENTRY.name,
        ENTRY.uscc,
        '算力租用补助',
        ENTRY.measure,
        '泉州市',
        '150000.00',
        '2026-08-03',
        '2026-08-10',
        '市数据管理局',
        '12345',
      ],
      [
        ENTRY.claim,
        ENTRY.name,
        ENTRY.uscc,
        '算力租用补助',
        ENTRY.measure,
        '晋江市',
        '150000.00',
        '2026-08-03',
        '2026-08-10',
        '市数据管理局',
        '12345',
      ],
    ]);
    expect(rowsOf({ ...ENTRY, kind: 'loan-limit', lines: [] })).toMatchObject([
      { 5: expect.stringContaining('贷款额度'), 6: '300000.00' },
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1+1', '　＠SUM(A1)'])(
    'gives no spreadsheet a formula: %j',
    (name) => {
      expect(rowsOf({ ...ENTRY, name })[0]?.[1]).toBe(`'${name}`);
    },
  );

  it('keeps each digit of a code', () => {
    expect(rowsOf({ ...ENTRY, uscc: '913505001561000251' })[0]?.[2]).toBe('913505001561000251\t');
  });

  it('keeps names with signs of its own whole', () => {
    const name = '“青石”, "智算"\n一部';
    expect(rowsOf({ ...ENTRY, name })[0]?.[1]).toBe(name);
  });
});
