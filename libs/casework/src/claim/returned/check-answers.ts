import type { FieldProblem } from '../../common/refusal.js';
import { sentenceProblems } from '../sentence.js';
import type { ReturnAnswer } from './return-schema.js';
import type { ClaimReturn } from './returns.js';
import { isSameText } from './stated-fields.js';

const ANSWER = { zh: '补正说明', en: 'the answer' };

/** What is wrong with the answers to a return, each by itself. @param open the return; null where nothing is to be answered. */
export function answerProblems(answers: readonly ReturnAnswer[], open: ClaimReturn | null): FieldProblem[] {
  const asked = (open?.items ?? []).map(({ field }) => field);
  return answers.flatMap(({ field, text }, index) => {
    const isTwice = answers.findIndex((each) => each.field === field) < index;
    if (asked.includes(field) && !isTwice) return sentenceProblems(`answers[${index}].text`, ANSWER, text);
    return [
      problem(
        `answers[${index}].field`,
        isTwice
          ? `“${field}”说明了两次，请合并。`
          : `退回时没有提到“${field}”；提到的是：${asked.join('、') || '无'}。`,
        isTwice
          ? `'${field}' is answered twice: merge the two.`
          : `The return did not name '${field}'. It named: ${asked.join(', ') || 'nothing'}.`,
      ),
    ];
  });
}

/** What the return named and is neither changed nor answered. @param now what is stated; see `statedFields`. */
export function leftProblems(
  answers: readonly ReturnAnswer[],
  open: ClaimReturn | null,
  now: Readonly<Record<string, string>>,
): FieldProblem[] {
  if (open === null) return [];
  const left = open.items.filter(
    ({ field }) => isSameText(open.stated[field], now[field]) && !answers.some((each) => each.field === field),
  );
  return left.map(({ label }) =>
    problem(
      'answers',
      `“${label.zh}”退回时要求补正，仍未改动：请改正，或在补正说明中写明理由。`,
      `‘${label.en}’ was to be corrected and is as it was: correct it, or say in an answer why it stays.`,
    ),
  );
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
