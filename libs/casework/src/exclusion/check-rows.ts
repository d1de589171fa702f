import type { Bilingual, RegisterRule } from '@duixian/policy';
import type { PlainDate } from '../common/plain-date.js';
import { cellOrNull, parseCodeCell, requiredCell } from '../common/stated-cells.js';
import { parseDay } from '../values/parse-day.js';
import { parseLine, parseName } from '../values/parse-text.js';
import { unreadable, type Parsed } from '../values/parsed.js';
import type { EnterpriseListed } from './exclusion-event.js';

/** Lines of one part of a file: as many as one request holds, and one append. */
export const PART_LINES_MAX = 500;
const MATTER_LENGTH_MAX = 500;
const DECISION_LENGTH_MAX = 100;

/** A line of a register as its file has it. */
export interface StatedRow {
  /** Of the part, from 1; the header's is 1. */
  readonly line: number;
  readonly name: string;
  readonly uscc: string;
  readonly matter: string;
  readonly decision: string;
  readonly on: string;
  readonly until: string;
}

export type RowField = Exclude<keyof StatedRow, 'line'>;
type RowData = Omit<EnterpriseListed['data'], 'register' | 'proposal'>;

export interface RowProblem {
  readonly field: RowField;
  readonly message: Bilingual;
}

/** A line with what becomes of it: a row, or nothing for its problems. */
export interface CheckedRow {
  readonly stated: StatedRow;
  readonly row: RowData | null;
  readonly problems: readonly RowProblem[];
}

export interface RowGrounds {
  readonly rule: RegisterRule;
  /** Lines of the parts before, whether they were taken or not. */
  readonly before: number;
  /** Codes whose check characters do not fit, and that are registered here. */
  readonly codesOnRecord: ReadonlySet<string>;
  readonly on: PlainDate;
}

/** What becomes of each line of a part: its place counts the lines of the whole file, from 1, without the header. */
export function checkRows(rows: readonly StatedRow[], grounds: RowGrounds): CheckedRow[] {
  const seen = new Map<string, number>();
  return rows.map((stated, index) => {
    const place = grounds.before + index + 1;
    const { data, problems } = readRow(stated, grounds);
    if (data === null) return { stated, row: null, problems };
    const key = JSON.stringify([data.uscc, data.decision, data.matter]);
    const first = seen.get(key);
    if (first !== undefined) return { stated, row: null, problems: [duplicate(first)] };
    seen.set(key, place);
    return { stated, row: { row: place, ...data }, problems: [] };
  });
}

function readRow(
  stated: StatedRow,
  { rule, codesOnRecord, on: today }: RowGrounds,
): { readonly data: Omit<RowData, 'row'> | null; readonly problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const take = <Value>(field: RowField, parsed: Parsed<Value>): Value | null => {
    if (parsed.ok) return parsed.value;
    problems.push({ field, message: parsed.problem });
    return null;
  };
  const name = take('name', requiredCell(parseName(stated.name)));
  const uscc = take('uscc', parseCodeCell(stated.uscc, codesOnRecord));
  const matter = take('matter', requiredCell(parseLine(stated.matter, MATTER_LENGTH_MAX)));
  const decision = take('decision', parseLine(stated.decision, DECISION_LENGTH_MAX));
  const on = take('on', decidedOn(stated.on, rule, today));
  const until = take<string>('until', stated.until === '' ? { ok: true, value: '' } : parseDay(stated.until));
  if (until !== null && until !== '' && on !== null && on !== '' && until < on) {
    problems.push({
      field: 'until',
      message: { zh: '截止日期不能早于认定日期。', en: 'The last day cannot be before the day of the decision.' },
    });
  }
  if (name === null || uscc === null || matter === null || decision === null || on === null || until === null) {
    return { data: null, problems };
  }
  if (problems.length > 0) return { data: null, problems };
  return {
    data: { uscc, name, matter, decision: cellOrNull(decision), on: cellOrNull(on), until: cellOrNull(until) },
    problems,
  };
}

/** A ban of years is counted from a day, which every row of such a register has to have. */
function decidedOn(text: string, { years }: RegisterRule, today: PlainDate): Parsed<string> {
  if (text === '') {
    if (years === undefined) return { ok: true, value: '' };
    return unreadable(
      `此名单自认定之日起${years}年内有效，每行须填认定日期。`,
      `Rows of this register hold for ${years} years from the day of the decision: state it on each.`,
    );
  }
  const day = parseDay(text);
  if (!day.ok || day.value <= today) return day;
  return unreadable(`认定日期不能晚于今天（${today}）。`, `The day of the decision cannot be after today, ${today}.`);
}

function duplicate(first: number): RowProblem {
  return {
    field: 'uscc',
    message: {
      zh: `与第${first}行重复（同一企业、同一文书、同一事由），本行不收。`,
      en: `The same enterprise, decision and matter stand on row ${first} already, so that this line is not taken.`,
    },
  };
}
