import { createHash } from 'node:crypto';
import { PART_LINES_MAX, type RowField, type StatedRow } from '@duixian/casework';
import { readHandedIn, type Columns, type CsvRow } from '../../import/csv-file.js';
import type { RowProblem } from '../../import/row-problem.js';

/** Columns of a register, as those who publish it head them. */
export const REGISTER_COLUMNS: Readonly<Record<RowField, string>> = {
  name: '企业名称',
  uscc: '统一社会信用代码',
  matter: '事由',
  decision: '文书号',
  on: '认定日期',
  until: '截止日期',
};

const COLUMNS: Columns = {
  required: [REGISTER_COLUMNS.name, REGISTER_COLUMNS.uscc, REGISTER_COLUMNS.matter],
  optional: [REGISTER_COLUMNS.decision, REGISTER_COLUMNS.on, REGISTER_COLUMNS.until, '序号'],
  aliases: new Map([
    ['单位名称', REGISTER_COLUMNS.name],
    ['主体名称', REGISTER_COLUMNS.name],
    ['纳税人名称', REGISTER_COLUMNS.name],
    ['被执行人', REGISTER_COLUMNS.name],
    ['信用代码', REGISTER_COLUMNS.uscc],
    ['社会信用代码', REGISTER_COLUMNS.uscc],
    ['纳税人识别号', REGISTER_COLUMNS.uscc],
    ['列入事由', REGISTER_COLUMNS.matter],
    ['失信行为', REGISTER_COLUMNS.matter],
    ['违法事实', REGISTER_COLUMNS.matter],
    ['案号', REGISTER_COLUMNS.decision],
    ['决定书文号', REGISTER_COLUMNS.decision],
    ['列入日期', REGISTER_COLUMNS.on],
    ['决定日期', REGISTER_COLUMNS.on],
    ['有效期止', REGISTER_COLUMNS.until],
  ]),
};

/** A part of a register's file, read as far as it can be. */
export interface RegisterPart {
  readonly sha256: string;
  readonly rows: readonly StatedRow[];
  /** Lines that are none. */
  readonly problems: readonly RowProblem[];
  /** Of the part as a whole: then it has no rows. */
  readonly faults: readonly RowProblem[];
}

/** @param content its bytes in base64: the line of the headers, and at most as many below it as a part has. */
export function readRegisterPart({ name, content }: { readonly name: string; readonly content: string }): RegisterPart {
  const bytes = Buffer.from(content, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { rows, problems, isRead } = readHandedIn(name, bytes, { columns: COLUMNS, rowsMax: PART_LINES_MAX });
  if (!isRead) return { sha256, rows: [], problems: [], faults: problems };
  return { sha256, rows: rows.map(rowOf), problems, faults: [] };
}

function rowOf({ line, cells }: CsvRow): StatedRow {
  const text = (field: RowField) => cells.get(REGISTER_COLUMNS[field])?.trim() ?? '';
  return {
    line,
    name: text('name'),
    uscc: text('uscc'),
    matter: text('matter'),
    decision: text('decision'),
    on: text('on'),
    until: text('until'),
  };
}
