import type { Places } from '@duixian/policy';
import type { Actor, Command } from '../common/actor.js';
import { departmentName, nameFor } from '../common/division-name.js';
import { addDays, type PlainDate } from '../common/plain-date.js';
import { isOfOffice } from '../common/reach.js';
import type { FieldProblem } from '../common/refusal.js';
import { normaliseName } from '../common/spelling.js';
import { parseDay } from '../values/parse-day.js';
import { NAME_LENGTH_MAX, parseLine, parseName } from '../values/parse-text.js';
import { unreadable, type Parsed } from '../values/parsed.js';
import { parseListNumber } from './list-number.js';
import type { StatedHead } from './recognition-command.js';
import type { ListHead } from './recognition-event.js';
import { keeperOf, type RecognitionListState } from './recognition-list.js';

/** A document may say that it holds from the next year on, and none what begins later. */
const FIRST_DAY_WITHIN_DAYS = 366;

/** The head in its one way of writing; null where part of it cannot be read. */
export function readHead(stated: StatedHead, division: string): ListHead | null {
  const { number, title, authority, department } = textsOf(stated);
  const { issuedOn, validFrom, validUntil } = stated;
  if (!number.ok || !title.ok || !authority.ok || !department.ok) return null;
  return {
    list: number.value,
    title: title.value,
    authority: authority.value,
    ...{ issuedOn, validFrom, validUntil },
    division,
    department: department.value,
  };
}

/** What a head is held against: who enters it, on which day, and the departments that there are then. */
export interface HeadGrounds extends Pick<Command, 'actor' | 'on'> {
  readonly places: Places;
}

export function headProblems(stated: StatedHead, list: RecognitionListState, grounds: HeadGrounds): FieldProblem[] {
  const { number, title, authority, department } = textsOf(stated);
  const read = { document: number, title, authority, department };
  const problems = Object.entries(read).flatMap(([field, parsed]): FieldProblem[] =>
    parsed.ok ? [] : [{ field, message: parsed.problem }],
  );
  problems.push(...dayProblems(stated, grounds.on));
  if (problems.length > 0) return problems;
  return keeperOf(list) === null ? departmentProblems(stated, grounds) : otherHeadProblems(stated, list, grounds.actor);
}

/** Number of the list's document in its one way of writing, or what is wrong with it. */
function textsOf({ document, title, authority, department }: StatedHead) {
  return {
    number: parseListNumber(document),
    title: stated(parseLine(normaliseName(title), NAME_LENGTH_MAX)),
    authority: stated(parseName(authority)),
    department: stated(parseName(department)),
  };
}

function stated<Text extends string>(parsed: Parsed<Text>): Parsed<Text> {
  return parsed.ok && parsed.value === '' ? unreadable('请填写此项。', 'Fill this in.') : parsed;
}

/** Nobody could ever agree to a list of a department that is not there. */
function departmentProblems(stated: StatedHead, { actor, on, places: { departments } }: HeadGrounds): FieldProblem[] {
  const { division } = actor;
  const { department } = textsOf(stated);
  const inForce = departments.inForce(division, on);
  if (!department.ok || inForce.length === 0 || inForce.some(({ name }) => name === department.value)) return [];
  const successor = departments.asOf(division, department.value, on);
  const name = successor === department.value ? departments.nearest(division, department.value, on) : successor;
  const place = nameFor(actor, division);
  const advice =
    name === undefined
      ? { zh: '请填写现有部门的名称', en: 'write the name of one that it has' }
      : { zh: `请核对是否为“${name}”`, en: `is ${name} meant` };
  const message = {
    zh: `${place}没有名为“${department.value}”的部门，${advice.zh}。`,
    en: `${place} has no department ${department.value}: ${advice.en}${name === undefined ? '.' : '?'}`,
  };
  return [{ field: 'department', message }];
}

function dayProblems({ issuedOn, validFrom, validUntil }: StatedHead, on: PlainDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const days = { issuedOn, validFrom, ...(validUntil !== null && { validUntil }) };
  for (const [field, day] of Object.entries(days)) {
    const parsed = parseDay(day);
    if (!parsed.ok) problems.push({ field, message: parsed.problem });
  }
  if (problems.length > 0) return problems;
  if (issuedOn > on) {
    const message = {
      zh: `发文日期不能晚于今天（${on}）。`,
      en: `The document cannot be of a day after today (${on}).`,
    };
    problems.push({ field: 'issuedOn', message });
  }
  const validBy = addDays(issuedOn, FIRST_DAY_WITHIN_DAYS);
  if (validFrom > validBy) {
    const message = {
      zh: `有效期起不能晚于发文后一年（${validBy}），请核对年份。`,
      en: `The first day cannot be later than a year after the document (${validBy}): look at the year again.`,
    };
    problems.push({ field: 'validFrom', message });
  }
  if (validUntil !== null && validUntil < validFrom) {
    const message = {
      zh: '有效期止不能早于有效期起。',
      en: 'The last day cannot be before the first.',
    };
    problems.push({ field: 'validUntil', message });
  }
  return problems;
}

const HEAD_FIELDS = ['title', 'authority', 'issuedOn', 'validFrom', 'validUntil', 'department'] as const;

export function isSameHead(one: ListHead, other: ListHead): boolean {
  return [...HEAD_FIELDS, 'list' as const, 'division' as const].every((field) => one[field] === other[field]);
}

/** Lines more of a list on record come under the same document and keeper: otherwise two documents would share a number. */
function otherHeadProblems(stated: StatedHead, list: RecognitionListState, actor: Actor): FieldProblem[] {
  const head = keeperOf(list);
  if (head === null) return [];
  const own = readHead(stated, head.division);
  if (own === null) return [];
  const problems = HEAD_FIELDS.filter((field) => own[field] !== head[field]).map((field): FieldProblem => {
    const known = head[field];
    const message = {
      zh: `该文号的名单已有记录，此项为“${known ?? '无'}”；补录同一名单的请照填，另一名单请核对文号。`,
      en: `A list with this number is on record, where this is “${known ?? 'none'}”: state the same to add lines to it; of another list, look at the number again.`,
    };
    return { field, message };
  });
  if (isOfOffice(actor, head.division)) return problems;
  const place = nameFor(actor, head.division);
  const message = {
    zh: `该文号的名单由${departmentName(place, head.department)}管理，只能由其补录；另一名单请核对文号。`,
    en: `The list of this number is kept by ${head.department} of ${place}, and lines are added there alone; of another list, look at the number again.`,
  };
  return [{ field: 'document', message }, ...problems];
}
