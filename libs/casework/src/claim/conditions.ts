import { invalidInput, type FieldProblem, type InvalidInput } from '../common/refusal.js';
import type { ClaimEvent } from './claim-event.js';
import type { ClaimCondition, MetCondition } from './condition-schema.js';
import type { ClaimRoute } from './route.js';
import { sentenceProblems } from './sentence.js';

/** How a condition is answered. */
export interface ConditionAnswer {
  /** Its key. */
  readonly condition: string;
  readonly met: boolean;
  readonly reason: string;
}

/** On what the lead department agreed, after another of its reviews. */
export function reviewConditionsAfter(
  before: readonly ClaimCondition[],
  { type, data, meta, occurredOn }: Extract<ClaimEvent, { type: 'ClaimFirstReviewed' | 'ClaimReviewed' }>,
): readonly ClaimCondition[] {
  if (data.conditions === undefined) return before;
  const { displayName: by, department } = meta.actor;
  const key = type === 'ClaimReviewed' ? 'review' : 'first-review';
  return [...before, { key, text: data.conditions, by, department, on: occurredOn }];
}

/** What conditions of a claim stand in. */
interface Agreed {
  readonly route: ClaimRoute | null;
  readonly reviewConditions: readonly ClaimCondition[];
}

/** Every condition on which an office of its route or the lead department agreed to the claim as it is stated now. */
export function conditionsOf({ route, reviewConditions }: Agreed): readonly ClaimCondition[] {
  const onRoute = (route?.taken ?? []).flatMap(({ step, conditions, by, on, office }) =>
    conditions === null ? [] : [{ key: `step-${step}`, text: conditions, by, department: office.department, on }],
  );
  return [...onRoute, ...reviewConditions];
}

/** The conditions with what meets each; why the claim is not determined where one is not answered, or is not met. */
export function conditionsMet(
  claim: Agreed,
  answers: readonly ConditionAnswer[],
):
  | { readonly ok: true; readonly met: readonly MetCondition[] }
  | { readonly ok: false; readonly refusal: InvalidInput } {
  const conditions = conditionsOf(claim);
  const problems = [
    ...unknownProblems(conditions, answers),
    ...conditions.flatMap((each) => problemsOf(each, answers)),
  ];
  if (problems.length > 0) return { ok: false, refusal: invalidInput(problems) };
  const reasonOf = (key: string) => answers.find(({ condition }) => condition === key)?.reason.trim() ?? '';
  return { ok: true, met: conditions.map((each) => ({ ...each, reason: reasonOf(each.key) })) };
}

function problemsOf(
  { key, text, department, by }: ClaimCondition,
  answers: readonly ConditionAnswer[],
): FieldProblem[] {
  const index = answers.findIndex(({ condition }) => condition === key);
  const answer = answers[index];
  const whose = department ?? by;
  if (answer === undefined) {
    return [
      problem(
        'conditions',
        `${whose}附条件同意，核定时须逐条答复是否满足：“${text}”。`,
        `${whose} agreed on a condition: say whether it is met, “${text}”.`,
      ),
    ];
  }
  if (!answer.met) {
    return [
      problem(
        `conditions[${index}].met`,
        `条件未满足的不能核定：“${text}”。请待其满足，或“不予通过”并写明理由。`,
        `The claim is not determined while a condition is not met, “${text}”: wait for it, or reject the claim and say why.`,
      ),
    ];
  }
  return sentenceProblems(
    `conditions[${index}].reason`,
    { zh: '条件如何满足', en: 'how the condition is met' },
    answer.reason,
  );
}

function unknownProblems(conditions: readonly ClaimCondition[], answers: readonly ConditionAnswer[]): FieldProblem[] {
  const keys = conditions.map(({ key }) => key);
  return answers.flatMap(({ condition }, index) => {
    const isFirst = answers.findIndex((each) => each.condition === condition) === index;
    if (keys.includes(condition) && isFirst) return [];
    return [
      problem(
        `conditions[${index}].condition`,
        `此件没有条件“${condition}”，或已答复过；现有：${keys.join('、') || '无'}。`,
        `The claim has no condition '${condition}', or it is answered twice. It has: ${keys.join(', ') || 'none'}.`,
      ),
    ];
  });
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
