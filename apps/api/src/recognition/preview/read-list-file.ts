import { createHash } from 'node:crypto';
import { LINES_MAX, type LineField, type StatedLine } from '@duixian/casework';
import { readHandedIn, type Columns, type CsvRow } from '../../import/csv-file.js';
import type { RowProblem } from '../../import/row-problem.js';

/** Columns of a list, as departments head them. */
export const LINE_COLUMNS: Readonly<Record<LineField, string>> = {
  name: '企业名称',
  uscc: '统一社会信用代码',
  subject: '认定事项',
  level: '级别',
  batch: '批次',
  certificate: '证书编号',
};

const COLUMNS: Columns = {
  required: [LINE_COLUMNS.name, LINE_COLUMNS.uscc, LINE_COLUMNS.subject],
  // The running number says nothing: an entry's place is the one of its line.
  optional: [LINE_COLUMNS.level, LINE_COLUMNS.batch, LINE_COLUMNS.certificate, '序号'],
  aliases: new Map([
    ['单位名称', LINE_COLUMNS.name],
    ['申报单位', LINE_COLUMNS.name],
    ['信用代码', LINE_COLUMNS.uscc],
    ['社会信用代码', LINE_COLUMNS.uscc],
    ['认定名称', LINE_COLUMNS.subject],
    ['项目名称', LINE_COLUMNS.subject],
    ['产品名称', LINE_COLUMNS.subject],
    ['场景名称', LINE_COLUMNS.subject],
    ['案例名称', LINE_COLUMNS.subject],
    ['等级', LINE_COLUMNS.level],
    ['证书号', LINE_COLUMNS.certificate],
  ]),
};

/** A file that somebody handed in, read as far as it can be. */
export interface ListFile {
  readonly file: { readonly name: string; readonly sha256: string };
  readonly lines: readonly StatedLine[];
  /** Of lines that are none. */
  readonly problems: readonly RowProblem[];
  /** Of the file as a whole: then it has no lines, and nothing of it can be proposed. */
  readonly faults: readonly RowProblem[];
}

/** @param content its bytes in base64. */
export function readListFile({ name, content }: { readonly name: string; readonly content: string }): ListFile {
  return readListBytes(name, Buffer.from(content, 'base64'));
}

export function readListBytes(name: string, bytes: Buffer): ListFile {
  const { rows, problems, isRead } = readHandedIn(name, bytes, { columns: COLUMNS, rowsMax: LINES_MAX });
  const file = { name, sha256: createHash('sha256').update(bytes).digest('hex') };
  if (!isRead) return { file, lines: [], problems: [], faults: problems };
  const faults = rows.length + problems.length === 0 ? [noLines(name)] : [];
  return { file, lines: rows.map(lineOf), problems, faults };
}

function noLines(file: string): RowProblem {
  const message = {
    zh: '文件只有表头，没有一行企业：请填入后重新导入。',
    en: 'The file has headers and no line below them: fill in the enterprises, and import it again.',
  };
  return { file, line: 1, column: null, message };
}

function lineOf({ line, cells }: CsvRow): StatedLine {
  const text = (field: LineField) => cells.get(LINE_COLUMNS[field])?.trim() ?? '';
  return {
    line,
    name: text('name'),
    uscc: text('uscc'),
    subject: text('subject'),
    level: text('level'),
    batch: text('batch'),
    certificate: text('certificate'),
  };
}
