import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '@duixian/casework';
import { readCsv } from './csv-file.js';
import type { RowPlace, RowProblem } from './row-problem.js';
import { RowReader } from './row-reader.js';

/** Who stands in for whom; officials by username. */
export interface DelegationRow {
  readonly official: string;
  readonly deputy: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly reason: string;
  readonly on: PlainDate;
  readonly place: RowPlace;
}

/** Who took a claim to look after it, by username. */
export interface AssignmentRow {
  readonly claim: string;
  readonly official: string;
  readonly on: PlainDate;
  readonly place: RowPlace;
}

const DELEGATION = {
  official: '委托人',
  deputy: '代办人',
  from: '起始日',
  until: '截止日',
  reason: '事由',
  on: '登记日期',
} as const;
const ASSIGNMENT = { claim: '申报编号', official: '经办人', on: '分派日期' } as const;

interface Read<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly RowProblem[];
}

/** Reads `delegations.csv` of a folder, where there is one. */
export function readDelegations(folder: string): Read<DelegationRow> {
  return readRows(folder, 'delegations.csv', Object.values(DELEGATION), (reader) => {
    const [from, until, on] = [reader.date(DELEGATION.from), reader.date(DELEGATION.until), reader.date(DELEGATION.on)];
    if (from === null || until === null || on === null) return null;
    const [official, deputy] = [reader.required(DELEGATION.official), reader.required(DELEGATION.deputy)];
    return { official, deputy, from, until, reason: reader.required(DELEGATION.reason), on, place: reader.place(null) };
  });
}

/** Reads `assignments.csv` of a folder, where there is one. */
export function readAssignments(folder: string): Read<AssignmentRow> {
  return readRows(folder, 'assignments.csv', Object.values(ASSIGNMENT), (reader) => {
    const on = reader.date(ASSIGNMENT.on);
    if (on === null) return null;
    const [claim, official] = [reader.required(ASSIGNMENT.claim), reader.required(ASSIGNMENT.official)];
    return { claim, official, on, place: reader.place(null) };
  });
}

/** @param read null when the row has a problem of its form. */
function readRows<Row>(
  folder: string,
  file: string,
  required: readonly string[],
  read: (reader: RowReader) => Row | null,
): Read<Row> {
  if (!existsSync(join(folder, file))) return { rows: [], problems: [] };
  const { rows: cells, problems } = readCsv(folder, file, { required: [...required], optional: [] });
  const readers = cells.map((row) => new RowReader(row));
  const rows = readers.flatMap((reader) => {
    const row = read(reader);
    return row === null || reader.problems.length > 0 ? [] : [row];
  });
  return { rows, problems: [...problems, ...readers.flatMap((reader) => reader.problems)] };
}
