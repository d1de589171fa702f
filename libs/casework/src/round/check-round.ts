import type { Measure } from '@duixian/policy';
import { addDays, type PlainDate } from '../common/plain-date.js';
import { invalidInput, type FieldProblem, type Refusal } from '../common/refusal.js';
import { parseDay } from '../values/parse-day.js';
import { overlapping, roundStanding, type Round, type RoundBook } from './round-book.js';
import type { ExtendRound, OpenRound } from './round-command.js';
import { PAY_RULES, type RoundTerms } from './round-event.js';

const NUMBER = /^[0-9A-Za-z][0-9A-Za-z-]{0,19}$/;
const NAME_LENGTH_MAX = 100;
/** A round that is open for longer is a slip of the year. */
const DAYS_OPEN_MAX = 366;

/** Every problem of a round as it was typed in, by field. @param clauses those of the document that take claims. */
export function openingProblems(
  command: OpenRound,
  book: RoundBook,
  clauses: readonly Measure['clause'][],
): FieldProblem[] {
  return [
    ...numberProblems(command.number, book),
    ...nameProblems(command.name),
    ...clauseProblems(command.clauses, clauses),
    ...dayProblems(command),
    ...(PAY_RULES.includes(command.pays)
      ? []
      : [problem('pays', '请选择兑付方式。', 'Say when its claims are determined.')]),
  ];
}

function numberProblems(number: string, { rounds }: RoundBook): FieldProblem[] {
  if (!NUMBER.test(number)) {
    return [
      problem(
        'number',
        '批次编号由字母、数字和“-”组成，不超过20个字符，例如2026-1。',
        'A number has letters, digits and hyphens, 20 characters at most: 2026-1.',
      ),
    ];
  }
  const taken = rounds.find((round) => round.number === number);
  if (taken === undefined) return [];
  return [
    problem(
      'number',
      `编号${number}已用于“${taken.name.zh}”，请换一个编号。`,
      `The number ${number} is that of ‘${taken.name.en}’: take another.`,
    ),
  ];
}

function nameProblems(name: OpenRound['name']): FieldProblem[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const { length } = name[language].trim();
    if (length > 0 && length <= NAME_LENGTH_MAX) return [];
    return [
      problem(
        `name.${language}`,
        `请填写批次的${language === 'zh' ? '中文' : '英文'}名称，不超过${NAME_LENGTH_MAX}字。`,
        `Name the round in ${language === 'zh' ? 'Chinese' : 'English'}, in at most ${NAME_LENGTH_MAX} characters.`,
      ),
    ];
  });
}

function clauseProblems(stated: readonly string[], clauses: readonly Measure['clause'][]): FieldProblem[] {
  if (stated.length === 0) return [problem('clauses', '请至少选择一个条款。', 'Choose at least one clause.')];
  const unknown = stated.filter((id) => !clauses.some((clause) => clause.id === id));
  if (unknown.length === 0) return [];
  return [
    problem(
      'clauses',
      `文件中没有可以申报的条款${unknown.join('、')}；可选：${clauses.map(({ id }) => id).join('、')}。`,
      `The document has no clause ${unknown.join(', ')} that takes claims. It has: ${clauses.map(({ id }) => id).join(', ')}.`,
    ),
  ];
}

function dayProblems({ opens, closes, occurredFrom, occurredTo, on }: OpenRound): FieldProblem[] {
  const unread = Object.entries({ opens, closes, occurredFrom, occurredTo }).flatMap(([field, day]): FieldProblem[] => {
    const parsed = parseDay(day);
    return parsed.ok ? [] : [{ field, message: parsed.problem }];
  });
  if (unread.length > 0) return unread;
  const latest = addDays(opens, DAYS_OPEN_MAX);
  return [
    ...(opens < on
      ? [
          problem(
            'opens',
            `开始日不能早于今天（${on}）：批次不溯及以前的申报。`,
            `It cannot open before today (${on}): a round does not reach back to claims of before.`,
          ),
        ]
      : []),
    ...(closes < opens || closes > latest
      ? [
          problem(
            'closes',
            `截止日请填${opens}至${latest}之间的日期；当日24时前提交的均按期。`,
            `State a last day from ${opens} to ${latest}; whatever is submitted before midnight of that day is in time.`,
          ),
        ]
      : []),
    ...(occurredFrom > closes
      ? [
          problem(
            'occurredFrom',
            `所属期不能晚于截止日（${closes}）开始：事项发生后才能申报。`,
            `The period cannot begin after the last day of the round (${closes}): what is claimed has happened.`,
          ),
        ]
      : []),
    ...(occurredTo < occurredFrom
      ? [
          problem(
            'occurredTo',
            `所属期止日不能早于起日（${occurredFrom}）。`,
            `The period cannot end before its first day (${occurredFrom}).`,
          ),
        ]
      : []),
  ];
}

/** A later last day of a round that is not over: what closed is not opened again. */
export function extensionProblems({ closes, on }: ExtendRound, round: Round): FieldProblem[] {
  if (roundStanding(round, on) === 'closed') {
    return [
      problem(
        'closes',
        `该批次已于${round.closes}截止，不能延长；请另行发布一个批次。`,
        `The round closed on ${round.closes} and is not opened again: open another round.`,
      ),
    ];
  }
  const [first, latest] = [addDays(round.closes, 1), addDays(round.opens, DAYS_OPEN_MAX)];
  const day = parseDay(closes);
  if (day.ok && closes >= first && closes <= latest) return [];
  return [
    problem(
      'closes',
      `截止日只能延后：请填${first}至${latest}之间的日期。`,
      `The last day can only become a later one: state one from ${first} to ${latest}.`,
    ),
  ];
}

/** Why two rounds would be open for one clause; null when they would not. */
export function overlapRefusal(
  book: RoundBook,
  terms: Pick<RoundTerms, 'number' | 'clauses'> & { readonly opens: PlainDate; readonly closes: PlainDate },
): Refusal | null {
  const [other] = overlapping(book, terms);
  if (other === undefined) return null;
  const shared = other.clauses.filter((clause) => terms.clauses.includes(clause));
  return invalidInput([
    problem(
      'closes',
      `条款${shared.join('、')}在${other.opens}至${other.closes}已有批次“${other.name.zh}”：同一条款的批次不能重叠，请改日期。`,
      `Clause ${shared.join(', ')} has the round ‘${other.name.en}’ from ${other.opens} to ${other.closes}: rounds of one clause do not overlap, so change the days.`,
    ),
  ]);
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
