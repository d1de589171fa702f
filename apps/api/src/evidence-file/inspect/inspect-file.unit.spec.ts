import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipOf } from '../../spec/zip.spec.js';
import { FileProblem } from './file-problem.js';
import { inspectFile } from './inspect-file.js';

const PDF = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const JPEG = Buffer.from('ffd8ffe000104a464946000101', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const XML = '<?xml version="1.0" encoding="UTF-8"?><EInvoice><Header/></EInvoice>';
const GB = Buffer.concat([
  Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'),
  Buffer.from('b7a2c6b1', 'hex'),
  Buffer.from('</a>'),
]);
const CSV = '发票号码,金额\n25352000000012345678,1000.00\n';
const OFD = zipOf({ name: 'OFD.xml', content: '<?xml version="1.0"?><ofd:OFD/>' });
const SHEET = [
  { name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types/>' },
  { name: 'xl/workbook.xml', content: '<?xml version="1.0"?><workbook/>' },
];
const XLSX = zipOf(...SHEET);
const DOCTYPE = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
const MIB = 1024 * 1024;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-inspect-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function inspected(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, 'content');
  await writeFile(path, content);
  const found = await inspectFile(path, name).catch((error: unknown) => {
    if (error instanceof FileProblem) return `${error.field}: ${error.says.zh}`;
    throw error;
  });
  expect(await readdir(folder)).toEqual(['content']);
  return found;
}

describe('a file that is handed in', () => {
  it.each([
    ['pdf', '合同.PDF', PDF],
    ['jpeg', '现场.jpg', JPEG],
    ['png', '截图.png', PNG],
    ['xml', '数电票.xml', XML],
    ['xml', '旧数电票.xml', GB],
    ['csv', '清单.csv', CSV],
    ['csv', '清单.csv', Buffer.concat([Buffer.from('efbbbf', 'hex'), Buffer.from(CSV)])],
    ['csv', '国标.csv', Buffer.from('b7a2c6b12cbdf0b6ee0a312c320a', 'hex')],
    ['ofd', '发票.ofd', OFD],
    ['xlsx', '台账.xlsx', XLSX],
    [
      'zip',
      '全部.zip',
      zipOf({ name: '合同/1.pdf', content: PDF }, { name: '2.ofd', content: OFD }, { name: '3.xlsx', content: XLSX }),
    ],
  ])('is %s by its content', async (type, name, content) => {
    expect(await inspected(name, content)).toBe(type);
  });

  it.each([
    ['another kind', 'a.exe', Buffer.from('4d5a9000', 'hex'), /^content: 不接受这种文件/u],
    ['a page', 'a.xml', '<html><script>alert(1)</script></html>', /^content: 不接受这种文件/u],
    ['a name that says otherwise', '合同.exe', PDF, /^name: 文件内容是PDF，文件名却以“\.exe”结尾/u],
    ['nothing in it', 'a.pdf', '', /^content: 文件是空的/u],
    ['half a PDF', 'a.pdf', PDF.slice(0, 40), /^content: 此PDF没有结尾/u],
    ['an encrypted PDF', 'a.pdf', PDF.replace('/Root', '/Encrypt 9 0 R/Root'), /^content: 此PDF已加密/u],
    [
      'an encrypted PDF, told across two pieces',
      'a.pdf',
      `%PDF-1.7\n%${'x'.repeat(65_536 - 16)}/Encrypt 9 0 R\n%%EOF`,
      /^content: 此PDF已加密/u,
    ],
    ['an old or encrypted sheet', 'a.xlsx', Buffer.from('d0cf11e0a1b11ae100', 'hex'), /^content: 此文件是加密的表格/u],
    ['a document type', 'a.xml', DOCTYPE, /^content: 此XML含有文档类型定义/u],
    ['an encoding that hides one', 'a.xml', '<?xml version="1.0" encoding="UTF-7"?><a/>', /^content: 此XML的编码/u],
    [
      'bytes that are no text',
      'a.csv',
      Buffer.concat([Buffer.from('a,b\n'), Buffer.from('ff00', 'hex')]),
      /^content: /u,
    ],
    [
      'a document of another program',
      'a.docx',
      zipOf({ name: '[Content_Types].xml', content: '<a/>' }, { name: 'word/document.xml', content: '<a/>' }),
      /^content: Word/u,
    ],
    ['macros', 'a.xlsx', zipOf(...SHEET, { name: 'xl/vbaProject.bin', content: 'x' }), /^content: 此表格含有宏/u],
    [
      'an embedded document',
      'a.xlsx',
      zipOf(...SHEET, { name: 'xl/embeddings/1.bin', content: OFD }),
      /嵌有另一个文档/u,
    ],
    [
      'a document type in a sheet',
      'a.xlsx',
      zipOf(...SHEET, { name: 'xl/a.xml', content: Buffer.from(`\ufeff${DOCTYPE}`, 'utf16le') }),
      /“xl\/a\.xml”：其中含有文档类型定义/u,
    ],
    ['an archive cut off', 'a.zip', OFD.subarray(0, 60), /^content: 压缩包已损坏/u],
    ['an empty archive', 'a.zip', zipOf(), /^content: 此压缩包是空的/u],
    [
      'an encrypted archive',
      'a.zip',
      zipOf({ name: '1.pdf', content: PDF, encrypted: true }),
      /^content: 此压缩包已加密/u,
    ],
    [
      'a program in an archive',
      'a.zip',
      zipOf({ name: 'x\u202egpj.exe', content: 'MZ' }),
      /^content: 压缩包中的“x�gpj\.exe”：不接受这种文件/u,
    ],
    [
      'a way out of the folder',
      'a.zip',
      zipOf({ name: '../../etc/cron.d/x', content: PDF }),
      /^content: 压缩包已损坏/u,
    ],
    [
      'an archive in an archive',
      'a.zip',
      zipOf({ name: 'b.zip', content: zipOf({ name: '1.pdf', content: PDF }) }),
      /“b\.zip”：压缩包中不能再有压缩包/u,
    ],
    [
      'a bomb that says so',
      'a.zip',
      zipOf({ name: '1.csv', content: 'a,b\n'.repeat(8 * MIB) }),
      /^content: 压缩包解开后过大/u,
    ],
    [
      'a bomb that says it is small',
      'a.zip',
      zipOf({ name: '1.csv', content: 'a,b\n'.repeat(8 * MIB), promises: 1000 }),
      /“1\.csv”：压缩包/u,
    ],
    [
      'a bomb in a sheet in an archive',
      'a.zip',
      zipOf({ name: 'b.xlsx', content: zipOf(...SHEET, { name: 'xl/b.xml', content: Buffer.alloc(4 * MIB, ' ') }) }),
      /“b\.xlsx”：压缩包解开后过大/u,
    ],
  ])('is refused for %s, in one sentence', async (_, name, content, says) => {
    expect(await inspected(name, content)).toMatch(says);
  });
});
