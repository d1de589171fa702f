import type { Bilingual, Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, eventAt, refused } from '../../common/decision.js';
import { invalidInput, type FieldProblem } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import { dayWithin } from '../../common/working-days.js';
import { freeEvidence } from '../../evidence/evidence-events.js';
import type { ReturnClaim, StatedReturnItem } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { isForWindow } from '../following/following.js';
import { measureOf } from '../measures.js';
import { correctableFields, type CorrectableField } from '../returned/correctable-fields.js';
import type { ReturnItem } from '../returned/return-schema.js';
import { toldOf } from '../returned/returns.js';
import { sentenceProblems, sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

const ITEMS_MAX = 50;
const WRONG: Bilingual = { zh: '问题', en: 'what is wrong' };
const WANTED: Bilingual = { zh: '补正要求', en: 'what is wanted' };

/**
 * 退回补正: the claim goes back to be stated anew, with all that is to be corrected told at once (一次性告知), field by field,
 * and by when. What an earlier return could have told is told only with its reason. Its evidence is free meanwhile.
 */
export function decideReturn(input: {
  readonly command: ReturnClaim;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, catalogue } = input;
  const standing = standingOf('RETURN', input.claim, command.actor, { on: command.on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const { claim } = standing;
  const measure = measureOf(catalogue, claim.measure);
  const fields = correctableFields(claim, measure);
  const reason = blankAsNull(command.reason);
  const lateReason = blankAsNull(command.lateReason);
  const wrong =
    (reason === null ? null : sentenceRefusal('reason', reason)) ??
    (lateReason === null ? null : sentenceRefusal('lateReason', lateReason));
  if (wrong !== null) return refused(wrong);
  const problems = itemProblems(command.items, fields, reason !== null);
  if (problems.length > 0) return refused(invalidInput(problems));
  const items = command.items.flatMap(({ field, wrong: what, wanted }): ReturnItem[] => {
    const label = fields.find((each) => each.field === field)?.label;
    return label === undefined
      ? []
      : [{ field, label, wrong: what.trim(), wanted: wanted.trim(), told: toldOf(field, claim) }];
  });
  const belated = items.filter(({ told }) => told !== 'first').map(({ label }) => label);
  // Of a remark nobody can tell whether it could have been made at once.
  const isBelated = belated.length > 0 || (reason !== null && claim.returns.length > 0);
  const late = lateProblem(isBelated, belated, lateReason);
  if (late !== null) return refused(invalidInput([late]));
  const workingDays = catalogue.places.windows.correctionDaysOf(measure.policy.division);
  const { day: answerBy, counted } = dayWithin(command.on, workingDays);
  const returned = eventAt(2, command, 'ClaimReturned', {
    ...{ reason, items, lateReason },
    due: { workingDays, answerBy, counted },
    ...(isForWindow(claim, command.actor, command.on) ? { office: 'clerk' as const } : {}),
  });
  return accepted([{ stream: claimStream(claim.id), events: [returned] }, ...freeEvidence(command, claim)]);
}

function blankAsNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function itemProblems(
  items: readonly StatedReturnItem[],
  fields: readonly CorrectableField[],
  hasRemark: boolean,
): FieldProblem[] {
  if (items.length === 0) {
    return hasRemark
      ? []
      : [
          problem(
            'items',
            '请逐项列明需要补正的内容，或填写总的说明。',
            'Name what is to be corrected, item by item, or write a remark.',
          ),
        ];
  }
  if (items.length > ITEMS_MAX) {
    return [
      problem('items', `一次最多列${ITEMS_MAX}项，请合并。`, `Name ${ITEMS_MAX} items at most: merge some of them.`),
    ];
  }
  return items.flatMap(({ field, wrong, wanted }, index) => [
    ...fieldProblems(field, `items[${index}].field`, fields),
    ...(items.findIndex((each) => each.field === field) < index
      ? [problem(`items[${index}].field`, `“${field}”列了两次，请合并。`, `'${field}' is named twice: merge the two.`)]
      : []),
    ...sentenceProblems(`items[${index}].wrong`, WRONG, wrong),
    ...sentenceProblems(`items[${index}].wanted`, WANTED, wanted),
  ]);
}

function fieldProblems(field: string, at: string, fields: readonly CorrectableField[]): FieldProblem[] {
  if (fields.some((each) => each.field === field)) return [];
  const known = fields.map((each) => each.field).join(', ');
  return [
    problem(
      at,
      `此件没有可补正的字段“${field}”；可填：${known}。`,
      `The claim has no field '${field}' to be corrected. It has: ${known}.`,
    ),
  ];
}

function lateProblem(isBelated: boolean, belated: readonly Bilingual[], reason: string | null): FieldProblem | null {
  if (isBelated === (reason !== null)) return null;
  if (reason !== null) {
    return problem(
      'lateReason',
      '此次退回没有应在以前一次性告知而未告知的内容，请删去迟告理由。',
      'Nothing of this return could have been told before: leave the reason for telling it late out.',
    );
  }
  const zh = belated.map((label) => `“${label.zh}”`).join('、') || '总的说明';
  const en = belated.map((label) => `‘${label.en}’`).join(', ') || 'a remark on the whole';
  return problem(
    'lateReason',
    `${zh}自上次退回以来没有变动，应已一次性告知：请说明为何这次才告知或再次要求，理由将记录在案。`,
    `What is said of ${en} stood there at an earlier return, when all was to be told at once: state why it is told now, or again. The reason goes on record.`,
  );
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
