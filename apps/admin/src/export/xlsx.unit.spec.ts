import { expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Sheet } from './sheet.js';
import { xlsxOf } from './xlsx.js';

const CUT = '…';

/** The cells of the workbook, line by line: texts and numbers. */
async function cellsOf(sheet: Partial<Sheet>): Promise<unknown[][]> {
  const whole = { title: '拨付', above: ['拨付'], columns: ['金额（元）'], rows: [], ...sheet };
  const files = unzipSync(new Uint8Array(await (await xlsxOf(whole, CUT)).arrayBuffer()));
  const part = (name: string) => strFromU8(files[`xl/${name}`] ?? new Uint8Array());
  const texts = [...part('sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) =>
    unescaped(text ?? ''),
  );
  expect(part('worksheets/sheet1.xml')).not.toContain('<f>');
  return [...part('worksheets/sheet1.xml').matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*)>(?:<v>([^<]*)<\/v>)?/g)].map(([, about = '', value = '']) =>
      about.includes('t="s"') ? texts[Number(value)] : Number(value),
    ),
  );
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

it('holds what stands above the table, its columns, and a line for each row', async () => {
  const cells = await cellsOf({
    above: ['拨付', '截至日志第 7 号'],
    columns: ['企业', '金额（元）', '件数'],
    rows: [
      ['甲 & “乙”', '60000.00', 3],
      ['丙', null, 0],
    ],
  });
  expect(cells).toEqual([
    ['拨付'],
    ['截至日志第 7 号'],
    [],
    ['企业', '金额（元）', '件数'],
    ['甲 & “乙”', 60000, 3],
    ['丙', 0],
  ]);
});

it.each(['=HYPERLINK("http://x")', '+1 then', '@SUM(A1)', '913505001561000251', '2025', '12345678901234.00', '007'])(
  'keeps %j as the text that it is',
  async (text) => {
    expect((await cellsOf({ rows: [[text]] })).at(-1)).toEqual([text]);
  },
);

it.each([
  ['0.01', 0.01],
  ['-7.00', -7],
  ['9999999999999.99', 9_999_999_999_999.99],
])('writes the amount %s as a number', async (text, number) => {
  expect((await cellsOf({ rows: [[text]] })).at(-1)).toEqual([number]);
});

it('says so where a cell does not hold a text whole', async () => {
  const [text] = (await cellsOf({ rows: [['长'.repeat(40_000)]] })).at(-1) ?? [];
  expect(text).toBe(`${'长'.repeat(32_766)}…`);
});

it('takes a title that a sheet cannot have as its name', async () => {
  expect((await cellsOf({ title: `拨付/[2025]：${'很长'.repeat(30)}`, rows: [['甲']] })).at(-1)).toEqual(['甲']);
});
