import { PAY_RULE_NAMES, PAY_RULES, type OpenRound, type PlainDate } from '@duixian/casework';
import { readRows, type ImportFolder, type ReadRows } from './read-rows.js';
import type { RowPlace } from './row-problem.js';
import type { RowReader } from './row-reader.js';

/** Headers of the file of rounds. */
const COLUMN = {
  policy: '政策',
  number: '批次编号',
  zh: '名称',
  en: '英文名称',
  clauses: '条款',
  opens: '开始日',
  closes: '截止日',
  occurredFrom: '所属期起',
  occurredTo: '所属期止',
  pays: '兑付方式',
  proposedOn: '提出日期',
  agreedOn: '同意日期',
} as const;

/** A round that a lead department opened. */
export interface RoundRow {
  readonly stated: Omit<OpenRound, 'commandId' | 'tenant' | 'actor' | 'on'>;
  readonly proposedOn: PlainDate;
  readonly agreedOn: PlainDate;
  readonly place: RowPlace;
}

/** Reads `rounds.csv` of a folder, where there is one. */
export function readRounds(folder: ImportFolder): ReadRows<RoundRow> {
  return readRows(folder, 'rounds.csv', Object.values(COLUMN), readRound);
}

/** Null when the row has a problem of its form. */
function readRound(reader: RowReader): RoundRow | null {
  const [opens, closes] = [reader.date(COLUMN.opens), reader.date(COLUMN.closes)];
  const [occurredFrom, occurredTo] = [reader.date(COLUMN.occurredFrom), reader.date(COLUMN.occurredTo)];
  const [proposedOn, agreedOn] = [reader.date(COLUMN.proposedOn), reader.date(COLUMN.agreedOn)];
  const rule = reader.required(COLUMN.pays);
  const pays = PAY_RULES.find((each) => PAY_RULE_NAMES[each].zh === rule);
  if (pays === undefined) {
    const words = PAY_RULES.map((each) => PAY_RULE_NAMES[each].zh).join('、');
    reader.report(COLUMN.pays, `兑付方式应为${words}之一。`, `State one of ${words}.`);
  }
  const stated = {
    policy: reader.required(COLUMN.policy),
    number: reader.required(COLUMN.number),
    name: { zh: reader.required(COLUMN.zh), en: reader.required(COLUMN.en) },
    clauses: reader.required(COLUMN.clauses).split('、'),
  };
  if (opens === null || closes === null || occurredFrom === null || occurredTo === null) return null;
  if (proposedOn === null || agreedOn === null || pays === undefined) return null;
  return {
    stated: { ...stated, opens, closes, occurredFrom, occurredTo, pays },
    ...{ proposedOn, agreedOn, place: reader.place(null) },
  };
}
