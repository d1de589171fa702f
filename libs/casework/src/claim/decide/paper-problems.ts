import { isPlainDate, type PlainDate } from '../../common/plain-date.js';
import type { FieldProblem, InvalidInput } from '../../common/refusal.js';
import { wholeNumberRefusal } from '../../common/whole-number.js';
import type { StepPaper } from '../route-schema.js';

export const NAME_MAX = 60;
const NUMBER_MAX = 100;
const PRESENT_MAX = 50;

/** What is wrong with minutes or a report, by the fields of `paper`; nothing when they go on record. */
export function statedPaperProblems({ number, on, by }: StepPaper, today: PlainDate): FieldProblem[] {
  const isNamed = by.length > 0 && by.length <= PRESENT_MAX && by.every((name) => isName(name, NAME_MAX));
  return [
    ...(isName(number, NUMBER_MAX)
      ? []
      : [
          problem(
            'paper.number',
            `请填写纪要或报告的文号，不超过${NUMBER_MAX}字。`,
            `State the number of the minutes or report in at most ${NUMBER_MAX} characters.`,
          ),
        ]),
    ...(isPlainDate(on) && on <= today
      ? []
      : [
          problem(
            'paper.on',
            '纪要或报告的日期不能晚于今天。',
            'The minutes or report are of no later day than today.',
          ),
        ]),
    ...(isNamed
      ? []
      : [
          problem(
            'paper.by',
            `请填写参会人员或出具机构，1至${PRESENT_MAX}个，每个不超过${NAME_MAX}字。`,
            `Name who was present, or who made it: 1 to ${PRESENT_MAX}, each in at most ${NAME_MAX} characters.`,
          ),
        ]),
  ];
}

/** No meeting was about a claim before it was submitted. */
export function meetingDayProblems({ on }: StepPaper, submittedOn: PlainDate): FieldProblem[] {
  if (on >= submittedOn) return [];
  return [
    problem(
      'paper.on',
      `会议日期不能早于申报日期${submittedOn}：请核对纪要的日期，或是否为该申报件的会议。`,
      `The meeting is not before ${submittedOn}, when the claim was submitted: check the day of the minutes, or whether they are of this claim.`,
    ),
  ];
}

/** Who was present stays on record for good: by name, and without a number to call. */
export function presentRefusal(paper: StepPaper | null): InvalidInput | null {
  const by = paper?.by ?? [];
  return by.map((name) => wholeNumberRefusal('paper.by', name)).find((each) => each !== null) ?? null;
}

export function trimmedPaper({ number, on, by }: StepPaper): StepPaper {
  return { number: number.trim(), on, by: by.map((name) => name.trim()) };
}

export function isName(text: string, most: number): boolean {
  const { length } = text.trim();
  return length > 0 && length <= most;
}

export function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
