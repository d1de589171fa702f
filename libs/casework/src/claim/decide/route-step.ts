import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { invalidInput, type FieldProblem, type InvalidInput } from '../../common/refusal.js';
import type { PlainDate } from '../../common/plain-date.js';
import { claimStream } from '../../common/streams.js';
import { wholeNumberRefusal } from '../../common/whole-number.js';
import type { TakeStep } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { stepsOf, type OpenStep } from '../route.js';
import type { NamedBatch, RouteStepTaken } from '../route-schema.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';
import {
  isName,
  meetingDayProblems,
  NAME_MAX,
  presentRefusal,
  problem,
  statedPaperProblems,
  trimmedPaper,
} from './paper-problems.js';

/** Experts of a panel at the least, and at the most. */
const EXPERTS = { least: 3, most: 15 };
const SCORE_MAX = 100;

/** What has to stand on paper: a meeting, an audit. */
const WITH_PAPER: ReadonlySet<OpenStep['kind']> = new Set(['collective', 'audit']);

/**
 * 办理路线上的一步: an office says what it makes of the claim. The next stage opens when every office of this one has
 * agreed, or the lead department has settled what they disagree on, with a reason or by the minutes of a meeting.
 */
export function decideRouteStep(input: {
  readonly command: TakeStep;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
  /** With which the claim was before the meeting (合批); left out where its step is taken for it alone. */
  readonly batch?: NamedBatch;
}): CaseworkDecision {
  const { command, catalogue, batch } = input;
  const named = batch === undefined ? {} : { batch };
  const context = { on: command.on, catalogue, evidence: [], step: command.step, ...named };
  const standing = standingOf('TAKE_STEP', input.claim, command.actor, context);
  if (!standing.ok) return standing;
  const { claim } = standing;
  const { route } = claim;
  const step = route === null ? undefined : stepsOf(route).find((each) => each.step.key === command.step)?.step;
  if (route === null || step === undefined) throw new Error(`${claim.id} has no step ${command.step} to be taken.`);
  const words =
    sentenceRefusal('opinion', command.opinion) ??
    (command.conditions === null ? null : sentenceRefusal('conditions', command.conditions)) ??
    namesRefusal(command);
  if (words !== null) return refused(words);
  const problems = [
    ...outcomeProblems(command, step),
    ...paperProblems(command, step, claim.submittedOn),
    ...scoreProblems(command, step),
  ];
  if (problems.length === 0) problems.push(...passMarkProblems(command, step));
  if (problems.length > 0) return refused(invalidInput(problems));
  const { key, kind, name, office } = step;
  const taken: RouteStepTaken = {
    ...{ step: key, kind, name, office, round: route.round, outcome: command.outcome },
    opinion: command.opinion.trim(),
    conditions: command.conditions?.trim() ?? null,
    paper: command.paper === null ? null : trimmedPaper(command.paper),
    scores: command.scores.map(({ expert, score }) => ({ expert: expert.trim(), score })),
    ...named,
  };
  return accepted([{ stream: claimStream(claim.id), events: [event(command, 'RouteStepTaken', taken)] }]);
}

/** Who was present stays on record for good: by name, and without a number to call. */
function namesRefusal({ paper, scores }: TakeStep): InvalidInput | null {
  const experts = scores.map(({ expert }, index) => wholeNumberRefusal(`scores[${index}].expert`, expert));
  return presentRefusal(paper) ?? experts.find((each) => each !== null) ?? null;
}

function outcomeProblems({ outcome, conditions }: TakeStep, { kind }: OpenStep): FieldProblem[] {
  if (kind === 'settlement' && outcome === 'disagree') {
    return [
      problem(
        'outcome',
        '处理分歧即决定继续办理；不同意的，请退回补正或不予通过。',
        'To settle the disagreement is to go on with the claim: return or reject it if you do not.',
      ),
    ];
  }
  if ((outcome === 'conditions') === (conditions !== null)) return [];
  return [
    conditions === null
      ? problem('conditions', '有条件同意的，请写明条件。', 'State the conditions on which you agree.')
      : problem(
          'conditions',
          '只有“有条件同意”才填写条件：请删去条件，或改选“有条件同意”。',
          'Conditions go with an agreement with conditions only: leave them out, or choose that outcome.',
        ),
  ];
}

/** An audit may have been of the books before the claim was submitted. */
function paperProblems({ paper, on: today }: TakeStep, { kind }: OpenStep, submittedOn: PlainDate): FieldProblem[] {
  if (paper === null) {
    if (!WITH_PAPER.has(kind)) return [];
    return [
      kind === 'audit'
        ? problem(
            'paper',
            '请填写审计报告的文号、日期和出具机构。',
            'State the number, the date and the maker of the audit’s report.',
          )
        : problem(
            'paper',
            '请填写会议纪要的文号、日期和参会人员。',
            'State the number, the date and who was present of the minutes.',
          ),
    ];
  }
  const problems = statedPaperProblems(paper, today);
  return problems.length > 0 || kind === 'audit' ? problems : meetingDayProblems(paper, submittedOn);
}

function scoreProblems({ scores }: TakeStep, { kind }: OpenStep): FieldProblem[] {
  if (kind !== 'panel') {
    return scores.length === 0
      ? []
      : [
          problem(
            'scores',
            '只有专家评审才填写评分，请删去。',
            'Scores go with a panel of experts only: leave them out.',
          ),
        ];
  }
  const names = new Set(scores.map(({ expert }) => expert.trim()));
  if (scores.length < EXPERTS.least || scores.length > EXPERTS.most || names.size < scores.length) {
    return [
      problem(
        'scores',
        `请填写${EXPERTS.least}至${EXPERTS.most}位专家各自的评分，每人一次。`,
        `State the score of each of ${EXPERTS.least} to ${EXPERTS.most} experts, each once.`,
      ),
    ];
  }
  return scores.flatMap(({ expert, score }, index) => [
    ...(isName(expert, NAME_MAX)
      ? []
      : [problem(`scores[${index}].expert`, '请填写专家姓名。', 'State the name of the expert.')]),
    ...(Number.isInteger(score) && score >= 0 && score <= SCORE_MAX
      ? []
      : [
          problem(
            `scores[${index}].score`,
            `评分为0至${SCORE_MAX}的整数。`,
            `A score is a whole number from 0 to ${SCORE_MAX}.`,
          ),
        ]),
  ]);
}

/** Below the pass mark a panel does not agree: what then becomes of the claim is the lead department's to settle, or a meeting's. */
function passMarkProblems({ outcome, scores }: TakeStep, { passMark }: OpenStep): FieldProblem[] {
  const average = scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
  if (passMark === undefined || average >= passMark || outcome === 'disagree') return [];
  const shown = (Math.floor(average * 10) / 10).toFixed(1);
  return [
    problem(
      'outcome',
      `平均${shown}分，低于合格分${passMark}分，未通过评审：结论请选“不同意”，之后由牵头部门处理分歧，或退回补正、不予通过。`,
      `The average of ${shown} is below the pass mark of ${passMark}: choose ‘disagrees’. The lead department then settles it, or returns or rejects the claim.`,
    ),
  ];
}
