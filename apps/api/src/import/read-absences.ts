import type { PlainDate } from '@duixian/casework';
import { readRows, type ImportFolder, type ReadRows } from './read-rows.js';
import type { RowPlace } from './row-problem.js';

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

/** Reads `delegations.csv` of a folder, where there is one. */
export function readDelegations(folder: ImportFolder): ReadRows<DelegationRow> {
  return readRows(folder, 'delegations.csv', Object.values(DELEGATION), (reader) => {
    const [from, until, on] = [reader.date(DELEGATION.from), reader.date(DELEGATION.until), reader.date(DELEGATION.on)];
    if (from === null || until === null || on === null) return null;
    const [official, deputy] = [reader.required(DELEGATION.official), reader.required(DELEGATION.deputy)];
    return { official, deputy, from, until, reason: reader.required(DELEGATION.reason), on, place: reader.place(null) };
  });
}

/** Reads `assignments.csv` of a folder, where there is one. */
export function readAssignments(folder: ImportFolder): ReadRows<AssignmentRow> {
  return readRows(folder, 'assignments.csv', Object.values(ASSIGNMENT), (reader) => {
    const on = reader.date(ASSIGNMENT.on);
    if (on === null) return null;
    const [claim, official] = [reader.required(ASSIGNMENT.claim), reader.required(ASSIGNMENT.official)];
    return { claim, official, on, place: reader.place(null) };
  });
}
