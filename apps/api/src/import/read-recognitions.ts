import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate, StatedHead } from '@duixian/casework';
import { readListBytes, type ListFile } from '../recognition/preview/read-list-file.js';
import { readCsv } from './csv-file.js';
import type { ImportFolder } from './read-rows.js';
import type { RowPlace, RowProblem } from './row-problem.js';
import { RowReader } from './row-reader.js';

const FILE = 'recognitions.csv';

/** Headers of the file that names the lists of recognitions. */
const COLUMN = {
  document: '文号',
  title: '名单名称',
  authority: '认定机关',
  issuedOn: '发文日期',
  validFrom: '有效期起',
  validUntil: '有效期止',
  division: '行政区划代码',
  department: '管理部门',
  file: '名单文件',
  importedOn: '导入日期',
  agreedOn: '同意日期',
} as const;

/** A list that a department imported, with its file. */
export interface RecognitionRow {
  readonly head: StatedHead;
  readonly division: string;
  readonly importedOn: PlainDate;
  readonly agreedOn: PlainDate;
  readonly read: ListFile;
  readonly place: RowPlace;
}

/** Reads `recognitions.csv` of a folder, where there is one, and the files that it names under `recognitions/`. */
export function readRecognitions({ path: folder, today }: ImportFolder): {
  readonly rows: readonly RecognitionRow[];
  readonly problems: readonly RowProblem[];
} {
  if (!existsSync(join(folder, FILE))) return { rows: [], problems: [] };
  const { validUntil, ...required } = COLUMN;
  const { rows: cells, problems } = readCsv(folder, FILE, {
    required: Object.values(required),
    optional: [validUntil],
  });
  const rows: RecognitionRow[] = [];
  const found: RowProblem[] = [...problems];
  for (const row of cells) {
    const reader = new RowReader(row, today);
    const list = readList(reader, folder);
    found.push(...reader.problems, ...(list?.read.problems ?? []), ...(list?.read.faults ?? []));
    if (list !== null && list.read.faults.length === 0) rows.push(list);
  }
  return { rows, problems: found };
}

/** Null when the row has a problem of its form. */
function readList(reader: RowReader, folder: string): RecognitionRow | null {
  const [issuedOn, validFrom] = [reader.date(COLUMN.issuedOn), reader.date(COLUMN.validFrom)];
  const [importedOn, agreedOn] = [reader.date(COLUMN.importedOn), reader.date(COLUMN.agreedOn)];
  const validUntil = reader.date(COLUMN.validUntil);
  const path = `recognitions/${reader.required(COLUMN.file)}`;
  if (issuedOn === null || validFrom === null || importedOn === null || agreedOn === null) return null;
  const head = {
    document: reader.required(COLUMN.document),
    title: reader.required(COLUMN.title),
    authority: reader.required(COLUMN.authority),
    department: reader.required(COLUMN.department),
    ...{ issuedOn, validFrom, validUntil },
  };
  const division = reader.required(COLUMN.division);
  if (reader.problems.length > 0) return null;
  const read = readListBytes(path, readFileSync(join(folder, path)));
  return { head, division, importedOn, agreedOn, read, place: reader.place(null) };
}
