import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { parseParagraph } from '@duixian/casework';
import type { RowProblem } from './row-problem.js';

/** One row of a file, by the headers of its columns. */
export interface CsvRow {
  readonly file: string;
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** What could be read of a file, and what could not. */
export interface CsvFile {
  readonly rows: readonly CsvRow[];
  readonly problems: readonly RowProblem[];
  /** False where the problems are of the file as a whole, and no row of it was read. */
  readonly isRead: boolean;
}

/** Columns of a file: those it must have, and those it may leave out. */
export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Other headers by which a column goes. */
  readonly aliases?: ReadonlyMap<string, string>;
}

/** More than any file has: a file with more is none of these, and is not read to its end. */
const COLUMNS_MAX = 200;
const ROWS_MAX = 200_000;

/** Refuses bytes that are no UTF-8 instead of putting a sign of its own in their place. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030', { fatal: true });
const UTF16_LE = new TextDecoder('utf-16le', { fatal: true });
const UTF16_BE = new TextDecoder('utf-16be', { fatal: true });

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

/**
 * Reads a CSV file in UTF-8 whose first row holds the headers; every cell holds text that can be stored and seen. A header that nobody knows is a problem of the whole
 * file, since what stands below it would be lost in silence.
 */
export function readCsv(folder: string, file: string, columns: Columns): CsvFile {
  const bytes = readFileSync(join(folder, file));
  const text = decoded(UTF8, bytes);
  return text === null ? unread(otherEncoding(file, bytes)) : readTable(file, text, { columns, rowsMax: ROWS_MAX });
}

/**
 * The same of what somebody hands in, in whichever encoding his spreadsheet saved it: UTF-8, GB18030 or UTF-16.
 *
 * @param table its columns, and how many rows it may have beside the one of the headers: of a file with more none is read.
 */
export function readHandedIn(file: string, bytes: Buffer, table: Table): CsvFile {
  const text = isWorkbook(bytes) ? null : decoded(decoderFor(bytes), bytes);
  return text === null ? unread(noText(file)) : readTable(file, text, table);
}

interface Table {
  readonly columns: Columns;
  readonly rowsMax: number;
}

function unread(...problems: RowProblem[]): CsvFile {
  return { rows: [], problems, isRead: false };
}

function readTable(file: string, text: string, { columns, rowsMax }: Table): CsvFile {
  const read = parseRecords(file, text, rowsMax);
  if ('problem' in read) return unread(read.problem);
  if (read.records.length > rowsMax + 1) return unread(tooManyRows(file, rowsMax));
  const [header, ...body] = read.records.map(withoutEmptyEnd(read.records));
  const headers = header?.record ?? [];
  if (headers.length > COLUMNS_MAX) return unread(tooManyColumns(file, headers.length));
  const names = headers.map((name) => knownAs(name, columns));
  const wrong = headerProblems(file, names, columns);
  if (wrong.length > 0) return unread(...wrong);
  const problems: RowProblem[] = [];
  const rows: CsvRow[] = [];
  for (const { record, info } of body) {
    const line = info.lines;
    if (record.length !== names.length) {
      problems.push(rowLength(file, line, record.length, names.length));
      continue;
    }
    const cells = names.map((column, index) => ({ column, text: parseParagraph(record[index] ?? '') }));
    const unreadable = cells.flatMap(({ column, text }) =>
      text.ok ? [] : [{ file, line, column, message: text.problem }],
    );
    problems.push(...unreadable);
    if (unreadable.length > 0) continue;
    rows.push({ file, line, cells: new Map(cells.map(({ column, text }) => [column, text.ok ? text.value : ''])) });
  }
  return { rows, problems, isRead: true };
}

type Records = z.infer<typeof records>;

/** Stops behind the first row that is too many. */
function parseRecords(file: string, text: string, rowsMax: number): { records: Records } | { problem: RowProblem } {
  try {
    const [header = ''] = text.split('\n', 1);
    // What Excel calls Unicode text has tabs between its cells.
    const delimiter = header.includes('\t') ? '\t' : ',';
    const options = { info: true, relax_column_count: true, skip_empty_lines: true, delimiter, to: rowsMax + 2 };
    return { records: records.parse(parse(text, options)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = {
      zh: '不是有效的CSV文件，请检查引号和逗号后重新导出。',
      en: `This is no valid CSV (${error.message}): check quotes and commas, and export it again.`,
    };
    return { problem: { file, line: typeof error.lines === 'number' ? error.lines : 1, column: null, message } };
  }
}

/** Null where the bytes are of another encoding. */
function decoded(encoding: typeof UTF8, bytes: Buffer): string | null {
  try {
    return encoding.decode(bytes);
  } catch {
    return null;
  }
}

function otherEncoding(file: string, bytes: Buffer): RowProblem {
  const name = encodingOf(bytes);
  const message = {
    zh: `文件${name === null ? '不是UTF-8编码' : `是${name}编码，应为UTF-8`}，请另存为“CSV UTF-8”后重新导入。`,
    en: `The file is ${name === null ? 'not in UTF-8' : `in ${name}, not in UTF-8`}: save it as “CSV UTF-8”, and import it again.`,
  };
  return { file, line: 1, column: null, message };
}

/** A mark at its beginning says that it is UTF-16; GB18030 is tried last, since it fits most bytes. */
function decoderFor(bytes: Buffer): typeof UTF8 {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return UTF16_LE;
  if (first === 0xfe && second === 0xff) return UTF16_BE;
  return decoded(UTF8, bytes) === null ? GB18030 : UTF8;
}

/** A workbook as it is, XLSX or XLS, by its first bytes. */
function isWorkbook(bytes: Buffer): boolean {
  return ['504b0304', 'd0cf11e0'].includes(bytes.subarray(0, 4).toString('hex'));
}

function noText(file: string): RowProblem {
  const message = {
    zh: '这不是CSV文本（可能是Excel工作簿）；请在表格软件中另存为CSV后重新导入。',
    en: 'This is no CSV text, perhaps a workbook: save it as CSV in the spreadsheet, and import it again.',
  };
  return { file, line: 1, column: null, message };
}

/** What spreadsheets save in beside UTF-8; null if it is none of them. A mark of UTF-16 goes before GB18030, which fits most bytes. */
function encodingOf(bytes: Buffer): 'UTF-16' | 'GB18030' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  return decoded(GB18030, bytes) === null ? null : 'GB18030';
}

/** Cuts the last columns off that are empty in every row, as a spreadsheet leaves them behind. */
function withoutEmptyEnd(all: Records): (row: Records[number]) => Records[number] {
  const width = all.reduce(
    (widest, { record }) => Math.max(widest, record.findLastIndex((cell) => cell.trim() !== '') + 1),
    0,
  );
  return ({ record, info }) => ({ record: record.length > width ? record.slice(0, width) : record, info });
}

/** The known column that a header means though it has blanks or brackets of the other width; otherwise itself. */
function knownAs(name: string, { required, optional, aliases }: Columns): string {
  const folded = foldHeader(name);
  return [...required, ...optional].find((column) => foldHeader(column) === folded) ?? aliases?.get(folded) ?? name;
}

/** Brackets and other signs in full width are their likes in half width, and blanks count for nothing. */
function foldHeader(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '');
}

function headerProblems(file: string, names: readonly string[], { required, optional }: Columns): RowProblem[] {
  const at = (column: string, zh: string, en: string): RowProblem => ({ file, line: 1, column, message: { zh, en } });
  const missing = required.filter((column) => !names.includes(column));
  const unknown = names.filter((column) => !required.includes(column) && !optional.includes(column));
  const seen = new Set<string>();
  const twice = names.filter((column) => seen.size === seen.add(column).size);
  return [
    ...missing.map((column) => at(column, '缺少此列，请补充。', 'The column is missing: add it.')),
    ...unknown.map((column) =>
      at(column, '无法识别此列，请更正列名或删除。', 'Nobody knows this column: correct its name, or remove it.'),
    ),
    ...twice.map((column) => at(column, '此列出现两次，请删除一列。', 'The column stands here twice: remove one.')),
  ];
}

function tooManyRows(file: string, rowsMax: number): RowProblem {
  const message = {
    zh: `文件超过${rowsMax}行，一次最多导入${rowsMax}行：请分成几个文件，先后导入。`,
    en: `The file has more than ${rowsMax} lines, and one import takes ${rowsMax}: split it, and import the parts one after another.`,
  };
  return { file, line: 1, column: null, message };
}

function tooManyColumns(file: string, columns: number): RowProblem {
  const message = {
    zh: `文件有${columns}列，最多${COLUMNS_MAX}列：请删除多余的列后重新导入。`,
    en: `The file has ${columns} columns, and at most ${COLUMNS_MAX} are read: remove those that do not belong there, and import it again.`,
  };
  return { file, line: 1, column: null, message };
}

function rowLength(file: string, line: number, cells: number, columns: number): RowProblem {
  const message = {
    zh: `本行有${cells}格，应为${columns}格；请检查是否多写或漏写逗号。`,
    en: `The row has ${cells} cells instead of ${columns}: look for a comma too many or too few.`,
  };
  return { file, line, column: null, message };
}
