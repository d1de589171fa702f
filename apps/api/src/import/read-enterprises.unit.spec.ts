import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readEnterprises } from './read-enterprises.js';

const HEAD = '统一社会信用代码,企业名称,行政区划代码,登记日期,执照编号,执照核发日期';
const [CHECKS, DOES_NOT] = ['91350583MAX0010185', '91350583MAX0010186'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duixian-enterprises-'));
  writeFileSync(join(folder, 'moves.csv'), '统一社会信用代码,迁出行政区划代码,迁入行政区划代码,迁移日期,登记日期\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** @param code and what stands under the licence's columns. */
function read(code: string, licence: string) {
  const row = `${code},南安青石智算科技有限公司（虚构）,350583,2025-01-06,${licence}`;
  writeFileSync(join(folder, 'enterprises.csv'), `${HEAD}\n${row}\n`);
  return readEnterprises({ path: folder, today: '2026-11-22' });
}

describe('a row of enterprises.csv', () => {
  it('whose code does not check states its licence, and one whose code does states none', () => {
    const licence = { number: '350583100012345', issuedOn: '2015-10-08' };
    expect(read(DOES_NOT, '350583100012345,2015-10-08').enterprises).toMatchObject([{ uscc: DOES_NOT, licence }]);
    expect(read(CHECKS, ',').enterprises).toMatchObject([{ uscc: CHECKS, licence: null }]);
  });

  it.each([
    [
      'no licence where the code needs it',
      DOES_NOT,
      ',',
      '统一社会信用代码',
      /校验码应为5.*“执照编号”和“执照核发日期”/,
    ],
    ['half a licence', DOES_NOT, '350583100012345,', '执照核发日期', /请填写/],
    ['a day that is none', DOES_NOT, '350583100012345,2015-02-30', '执照核发日期', /2015-02-30|日期/],
    ['a licence that is not needed', CHECKS, '350583100012345,', '执照编号', /留空/],
  ])('is reported with %s, at its column, with the way out', (_, code, licence, column, says) => {
    const { enterprises, problems } = read(code, licence);
    expect(enterprises).toEqual([]);
    expect(problems).toMatchObject([{ line: 2, column, message: { zh: expect.stringMatching(says) } }]);
  });
});
