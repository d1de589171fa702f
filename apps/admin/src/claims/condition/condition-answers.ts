import type { InputOf } from '../../api/graphql.js';
import type { ClaimCondition } from './documents.js';

export const MET_CHOICES = ['MET', 'NOT_MET'] as const;
export type MetChoice = (typeof MET_CHOICES)[number];

/** What is said of one condition, as it is typed. */
export interface ConditionAnswer {
  /** Null until somebody chose: nothing is met because nobody looked. */
  met: MetChoice | null;
  how: string;
}

/** By the keys of the conditions. */
export type ConditionAnswers = Readonly<Record<string, ConditionAnswer>>;

export const UNANSWERED: ConditionAnswer = { met: null, how: '' };

export type Lacking = 'choice' | 'met' | 'how';

/** The first thing that each answer lacks; nothing where all are complete and met. */
export function lacking(
  conditions: readonly Pick<ClaimCondition, 'key'>[],
  answers: ConditionAnswers,
): Readonly<Record<string, Lacking>> {
  const found = conditions.flatMap(({ key }): [string, Lacking][] => {
    const lacks = lackingIn(answers[key] ?? UNANSWERED);
    return lacks === null ? [] : [[key, lacks]];
  });
  return Object.fromEntries(found);
}

function lackingIn({ met, how }: ConditionAnswer): Lacking | null {
  if (met === null) return 'choice';
  if (met === 'NOT_MET') return 'met';
  return how.trim() === '' ? 'how' : null;
}

/** As the API takes them, in the order of the conditions. */
export function answersOf(
  conditions: readonly Pick<ClaimCondition, 'key'>[],
  answers: ConditionAnswers,
): InputOf<'ConditionAnswerInput'>[] {
  return conditions.map(({ key }) => {
    const { met, how } = answers[key] ?? UNANSWERED;
    return { condition: key, met: met === 'MET', reason: how };
  });
}
