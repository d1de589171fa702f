import { checks, parseRecordedUscc, parseUscc, type PlainDate, type ProposeRegistration } from '@duixian/casework';
import { readCsv } from './csv-file.js';
import type { ImportFolder } from './read-rows.js';
import type { RowPlace, RowProblem } from './row-problem.js';
import { RowReader } from './row-reader.js';

/** Headers of the files of enterprises and of their moves. */
export const ENTERPRISE_COLUMN = {
  uscc: '统一社会信用代码',
  name: '企业名称',
  division: '行政区划代码',
  enteredOn: '登记日期',
  licence: '执照编号',
  licenceIssuedOn: '执照核发日期',
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
  /** As evidence of a code whose check character does not fit; null where the row states none. */
  readonly licence: ProposeRegistration['licence'] | null;
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
export function readEnterprises({ path: folder, today }: ImportFolder): EnterpriseFiles {
  const { uscc, name, division, enteredOn, from, to, movedOn } = ENTERPRISE_COLUMN;
  const { licence, licenceIssuedOn, bank, cnaps, number } = ENTERPRISE_COLUMN;
  const listed = readCsv(folder, 'enterprises.csv', {
    required: [uscc, name, division, enteredOn],
    optional: [licence, licenceIssuedOn, bank, cnaps, number],
  });
  const moved = readCsv(folder, 'moves.csv', { required: [uscc, from, to, movedOn, enteredOn], optional: [] });
  const enterprises = listed.rows.map((row) => readRow(new RowReader(row, today), readEnterprise));
  const moves = moved.rows.map((row) => readRow(new RowReader(row, today), readMove));
  return {
    enterprises: enterprises.flatMap(({ value }) => value ?? []),
    moves: moves.flatMap(({ value }) => value ?? []),
    problems: [...listed.problems, ...moved.problems, ...[...enterprises, ...moves].flatMap((row) => row.problems)],
  };
}

function readRow<Value>(reader: RowReader, read: (reader: RowReader) => Value | null) {
  const value = read(reader);
  return { value: reader.problems.length === 0 ? value : null, problems: reader.problems };
}

function readEnterprise(reader: RowReader): EnterpriseRow | null {
  const uscc = reader.required(ENTERPRISE_COLUMN.uscc);
  const name = reader.required(ENTERPRISE_COLUMN.name);
  const division = reader.required(ENTERPRISE_COLUMN.division);
  reader.required(ENTERPRISE_COLUMN.enteredOn);
  const enteredOn = reader.date(ENTERPRISE_COLUMN.enteredOn);
  const licence = readLicence(reader, uscc);
  return enteredOn === null
    ? null
    : { uscc, name, division, enteredOn, licence, account: readAccount(reader), place: reader.place(null) };
}

/** A code whose check character does not fit takes its licence, and no other does. */
function readLicence(reader: RowReader, uscc: string): EnterpriseRow['licence'] {
  const { licence, licenceIssuedOn } = ENTERPRISE_COLUMN;
  const stated = [licence, licenceIssuedOn].filter((column) => reader.text(column) !== '');
  const code = parseRecordedUscc(uscc);
  if (code.ok && checks(code.uscc)) {
    for (const column of stated) {
      reader.report(
        column,
        '统一社会信用代码的校验码相符，登记不需要执照：请将此格留空。',
        'The check character of the code fits, so that it is registered without its licence: leave this cell empty.',
      );
    }
    return null;
  }
  if (stated.length === 0) {
    const fits = parseUscc(uscc);
    if (!code.ok || fits.ok) return null;
    reader.report(
      ENTERPRISE_COLUMN.uscc,
      `${fits.problem.zh}导入时请填写“${licence}”和“${licenceIssuedOn}”两列。`,
      `${fits.problem.en} In this file, fill in the columns ${licence} and ${licenceIssuedOn}.`,
    );
    return null;
  }
  const number = reader.required(licence);
  reader.required(licenceIssuedOn);
  const issuedOn = reader.date(licenceIssuedOn);
  return issuedOn === null ? null : { number, issuedOn };
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
