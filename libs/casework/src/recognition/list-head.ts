import type { Actor, Command } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';
import { isOfOffice } from '../common/reach.js';
import type { FieldProblem } from '../common/refusal.js';
import { normaliseName } from '../common/spelling.js';
import { parsePaperNumber } from '../evidence/parse-paper-number.js';
import { parseDay } from '../values/parse-day.js';
import { NAME_LENGTH_MAX, parseLine, parseName } from '../values/parse-text.js';
import { unreadable, type Parsed } from '../values/parsed.js';
import type { StatedHead } from './recognition-command.js';
import type { ListHead } from './recognition-event.js';
import { keeperOf, type RecognitionListState } from './recognition-list.js';

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

/** @param entered who enters it, and on which day. */
export function headProblems(
  stated: StatedHead,
  list: RecognitionListState,
  { actor, on }: Pick<Command, 'actor' | 'on'>,
): FieldProblem[] {
  const { number, title, authority, department } = textsOf(stated);
  const read = { document: number, title, authority, department };
  const problems = Object.entries(read).flatMap(([field, parsed]): FieldProblem[] =>
    parsed.ok ? [] : [{ field, message: parsed.problem }],
  );
  problems.push(...dayProblems(stated, on));
  return problems.length > 0 ? problems : otherHeadProblems(stated, list, actor);
}

/** Number of the list's document in its one way of writing, or what is wrong with it. */
function textsOf({ document, title, authority, department }: StatedHead) {
  return {
    number: parsePaperNumber(document),
    title: stated(parseLine(normaliseName(title), NAME_LENGTH_MAX)),
    authority: stated(parseName(authority)),
    department: stated(parseName(department)),
  };
}

function stated<Text extends string>(parsed: Parsed<Text>): Parsed<Text> {
  return parsed.ok && parsed.value === '' ? unreadable('请填写此项。', 'Fill this in.') : parsed;
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
  const message = {
    zh: `该文号的名单由${head.division}${head.department}管理，只能由其补录；另一名单请核对文号。`,
    en: `The list of this number is kept by ${head.department} of ${head.division}, and lines are added there alone; of another list, look at the number again.`,
  };
  return [{ field: 'document', message }, ...problems];
}
