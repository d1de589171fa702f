import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCsv, readHandedIn, type CsvFile } from './csv-file.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duixian-csv-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function read(content: string | Buffer): CsvFile {
  writeFileSync(join(folder, 'a.csv'), content);
  return readCsv(folder, 'a.csv', { required: ['企业名称', '理由'], optional: [] });
}

describe('a CSV file', () => {
  it('is read behind a byte-order mark, and its cells are composed and trimmed', () => {
    const { rows, problems } = read('\ufeff企业名称,理由\n 青石 ,"e\u0301\r\n二"\n');

    expect(problems).toEqual([]);
    expect([...(rows[0]?.cells ?? [])]).toEqual([
      ['企业名称', '青石'],
      ['理由', '\u00e9\n二'],
    ]);
  });

  it('in GBK is refused with the way out, and no row of it is read', () => {
    // 企业名称 in GBK.
    const { rows, problems } = read(Buffer.from('c6f3d2b5c3fbb3c62cc0edd3c90a', 'hex'));

    expect(rows).toEqual([]);
    expect(problems).toEqual([
      {
        file: 'a.csv',
        line: 1,
        column: null,
        message: { zh: expect.stringContaining('GB18030'), en: expect.stringContaining('GB18030') },
      },
    ]);
  });

  it.each([
    ['little', (text: string) => Buffer.from(text, 'utf16le')],
    ['big', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('in UTF-16, %s end first, is refused with the way out', (_, encode) => {
    const { rows, problems } = read(encode('\ufeff企业名称,理由\n青石,一\n'));

    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ line: 1, message: { zh: expect.stringContaining('UTF-16') } }]);
  });

  it('may leave empty columns behind, blanks behind a header, and brackets of the other width in one', () => {
    writeFileSync(join(folder, 'a.csv'), '企业名称 ,金额(元),,\n青石,1,,\n白石,2\n');
    const { rows, problems } = readCsv(folder, 'a.csv', { required: ['企业名称', '金额（元）'], optional: [] });

    expect(problems).toEqual([]);
    expect(rows.map(({ cells }) => [...cells])).toEqual([
      [
        ['企业名称', '青石'],
        ['金额（元）', '1'],
      ],
      [
        ['企业名称', '白石'],
        ['金额（元）', '2'],
      ],
    ]);
  });

  it('keeps a column without a header that holds something, as a problem', () => {
    const { problems } = read('企业名称,理由,\n青石,一,二\n');

    expect(problems).toMatchObject([{ line: 1 }]);
  });

  it.each(['\0', '\u202e', '\u200b', '\ufffd'])(
    'with %j in a cell names the cell; the other rows go on',
    (character) => {
      const { rows, problems } = read(`企业名称,理由\n青${character}石,一\n青石,二\n`);

      expect(rows.map(({ line }) => line)).toEqual([3]);
      expect(problems).toMatchObject([{ line: 2, column: '企业名称' }]);
    },
  );
});

describe('a file that somebody hands in', () => {
  const columns = { required: ['企业名称'], optional: [], aliases: new Map([['单位名称', '企业名称']]) };

  function handedIn(text: string, rowsMax = 2): CsvFile {
    return readHandedIn('a.csv', Buffer.from(text), { columns, rowsMax });
  }

  it('is read to its last row, and behind one row too many no further', () => {
    expect(handedIn('单位名称\n青石\n白石\n')).toMatchObject({ isRead: true, rows: [{ line: 2 }, { line: 3 }] });
    const broken = '"青石\n';
    // What is broken behind the row that is too many is not met.
    const tooMany = handedIn(`企业名称\n青石\n白石\n黑石\n${broken}`);
    expect(tooMany).toMatchObject({
      isRead: false,
      rows: [],
      problems: [{ message: { zh: expect.stringContaining('超过2行') } }],
    });
    expect(handedIn(`企业名称\n青石\n${broken}`).problems).toMatchObject([
      { message: { zh: expect.stringContaining('不是有效的CSV') } },
    ]);
  });

  it.each([
    ['rows of too few cells', `企业名称,备注\n${'a\n'.repeat(85_000)}`],
    ['empty cells in quotes', `企业名称\n${'""\n'.repeat(55_000)}`],
    ['columns', `${Array.from({ length: 40_000 }, (_, index) => index.toString(36)).join(',')}\n`],
    ['cells in one row', `企业名称\n${'a,'.repeat(85_000)}\n`],
  ])('costs one problem and no row, however many its %s are', (_, text) => {
    expect(handedIn(text, 1_000)).toMatchObject({ rows: [], problems: [{ file: 'a.csv' }] });
  });

  it.each(['__proto__', 'constructor', 'toString'])('has no column %s', (name) => {
    const { problems } = handedIn(`企业名称,${name}\n青石,一\n`);
    expect(problems).toMatchObject([{ column: name, message: { zh: expect.stringContaining('无法识别此列') } }]);
  });
});
