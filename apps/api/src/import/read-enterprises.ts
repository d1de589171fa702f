import type { PlainDate } from '@duixian/casework';
import { readCsv, type CsvRow } from './csv-file.js';
import type { RowPlace, RowProblem } from './row-problem.js';
import { RowReader } from './row-reader.js';

/** Headers of the files of enterprises and of their moves. */
export const ENTERPRISE_COLUMN = {
  uscc: '统一社会信用代码',
  name: '企业名称',
  division: '行政区划代码',
  enteredOn: '登记日期',
  bank: '开户银行',
  cnaps: '联行号',
  number: '银行账号',
  from: '迁出行政区划代码',
  to: '迁入行政区划代码',
  movedOn: '迁移日期',
} as const;

/** An enterprise that the window entered. */
export interface EnterpriseRow {
  readonly uscc: string;
  readonly name: string;
  readonly division: string;
  readonly enteredOn: PlainDate;
  /** In the enterprise's own name; null where the row states none. */
  readonly account: { readonly bank: string; readonly cnaps: string; readonly number: string } | null;
  readonly place: RowPlace;
}

/** An enterprise that went to another county. */
export interface MoveRow {
  readonly uscc: string;
  readonly division: string;
  readonly movedOn: PlainDate;
  readonly enteredOn: PlainDate;
  readonly place: RowPlace;
}

export interface EnterpriseFiles {
  readonly enterprises: readonly EnterpriseRow[];
  readonly moves: readonly MoveRow[];
  readonly problems: readonly RowProblem[];
}

/** Reads `enterprises.csv` and `moves.csv` of a folder. */
export function readEnterprises(folder: string): EnterpriseFiles {
  const { uscc, name, division, enteredOn, bank, cnaps, number, from, to, movedOn } = ENTERPRISE_COLUMN;
  const listed = readCsv(folder, 'enterprises.csv', {
    required: [uscc, name, division, enteredOn],
    optional: [bank, cnaps, number],
  });
  const moved = readCsv(folder, 'moves.csv', { required: [uscc, from, to, movedOn, enteredOn], optional: [] });
  const enterprises = listed.rows.map((row) => readRow(row, readEnterprise));
  const moves = moved.rows.map((row) => readRow(row, readMove));
  return {
    enterprises: enterprises.flatMap(({ value }) => value ?? []),
    moves: moves.flatMap(({ value }) => value ?? []),
    problems: [...listed.problems, ...moved.problems, ...[...enterprises, ...moves].flatMap((row) => row.problems)],
  };
}

function readRow<Value>(row: CsvRow, read: (reader: RowReader) => Value | null) {
  const reader = new RowReader(row);
  const value = read(reader);
  return { value: reader.problems.length === 0 ? value : null, problems: reader.problems };
}

function readEnterprise(reader: RowReader): EnterpriseRow | null {
  const uscc = reader.required(ENTERPRISE_COLUMN.uscc);
  const name = reader.required(ENTERPRISE_COLUMN.name);
  const division = reader.required(ENTERPRISE_COLUMN.division);
  reader.required(ENTERPRISE_COLUMN.enteredOn);
  const enteredOn = reader.date(ENTERPRISE_COLUMN.enteredOn);
  return enteredOn === null
    ? null
    : { uscc, name, division, enteredOn, account: readAccount(reader), place: reader.place(null) };
}

/** Whether bank, code and number are right is for the decision. */
function readAccount(reader: RowReader): EnterpriseRow['account'] {
  const [bank, cnaps, number] = [
    reader.text(ENTERPRISE_COLUMN.bank),
    reader.text(ENTERPRISE_COLUMN.cnaps),
    reader.text(ENTERPRISE_COLUMN.number),
  ];
  return bank + cnaps + number === '' ? null : { bank, cnaps, number };
}

function readMove(reader: RowReader): MoveRow | null {
  const uscc = reader.required(ENTERPRISE_COLUMN.uscc);
  const division = reader.required(ENTERPRISE_COLUMN.to);
  reader.required(ENTERPRISE_COLUMN.movedOn);
  const movedOn = reader.date(ENTERPRISE_COLUMN.movedOn);
  reader.required(ENTERPRISE_COLUMN.enteredOn);
  const enteredOn = reader.date(ENTERPRISE_COLUMN.enteredOn);
  return movedOn === null || enteredOn === null
    ? null
    : { uscc, division, movedOn, enteredOn, place: reader.place(null) };
}
