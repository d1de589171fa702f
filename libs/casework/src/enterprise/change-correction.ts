import type { CaseworkDecision } from '../casework-event.js';
import { accepted, event, refused } from '../common/decision.js';
import { addDays } from '../common/plain-date.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { enterpriseStream, entitlementStream } from '../common/streams.js';
import { parseDay } from '../values/parse-day.js';
import { unknownEnterprise } from '../claim/decide/submission.js';
import { CHANGE_DAYS_OPEN, openRefusal } from './change-rules.js';
import { clerkRefusal } from './division-check.js';
import type { AnswerEnterpriseChange, ProposeChangeCorrection } from './enterprise-command.js';
import { standingChanges, windowOf, type ChangeProposal, type Enterprise, type EnterpriseState } from './enterprise.js';

/**
 * A clerk of the enterprise's division proposes that a change was entered wrongly: it held from another day, or it never
 * came about. Another agrees, as to the change itself.
 */
export function decideChangeCorrection(input: {
  readonly command: ProposeChangeCorrection;
  readonly enterprise: EnterpriseState;
}): CaseworkDecision {
  const { command, enterprise } = input;
  if (enterprise === null) return refused(unknownEnterprise());
  const standing = standingChanges(enterprise);
  const index = standing.findIndex(({ proposal }) => proposal.id === command.change);
  const found = standing[index];
  if (found === undefined) return refused(nothingToCorrect());
  const problems =
    command.changedOn === null
      ? undoProblems(index, standing)
      : dayProblems(
          command.changedOn,
          { before: standing[index - 1], found, after: standing[index + 1] },
          enterprise,
          command.on,
        );
  if (problems.length > 0) return refused(invalidInput(problems));
  const reason = clerkRefusal(windowOf(enterprise), command.actor) ?? openRefusal(enterprise, command.on);
  if (reason !== null) return refused(reason);
  const { uscc } = enterprise;
  const { commandId: proposal, change: corrects, changedOn: on } = command;
  const opensUntil = addDays(command.on, CHANGE_DAYS_OPEN);
  const proposed = event(command, 'ChangeCorrectionProposed', {
    ...{ proposal, opensUntil, uscc, corrects, change: found.change, on },
  });
  return accepted([{ stream: enterpriseStream(uscc), events: [proposed] }]);
}

/** What an agreed correction brings about: in its own stream, in its entitlement, and in those of its successors. */
export function correctionBrought(
  command: AnswerEnterpriseChange,
  agreed: ReturnType<typeof event<'EnterpriseChangeAgreed', { proposal: string; effectiveFrom: string }>>,
  { uscc }: Enterprise,
  { change, corrects }: Pick<ChangeProposal, 'change'> & { readonly corrects: NonNullable<ChangeProposal['corrects']> },
): CaseworkDecision {
  const { proposal, on } = corrects;
  const { kind, successors } = change;
  const corrected = event(command, 'EnterpriseChangeCorrected', { uscc, corrects: proposal, change, on });
  const own = { stream: enterpriseStream(uscc), events: [agreed, corrected] };
  if (kind === 'renamed') return accepted([own]);
  const entitlement =
    on === null
      ? event(command, 'EntitlementReopened', { uscc })
      : event(command, 'EntitlementClosed', { uscc, how: kind, on, successors });
  return accepted([
    own,
    { stream: entitlementStream(uscc), events: [entitlement] },
    ...successors.flatMap((successor) => {
      const succession = event(command, 'SuccessionCorrected', { uscc: successor, predecessor: uscc, on });
      const stated = { stream: enterpriseStream(successor), events: [succession] };
      if (on !== null) return [stated];
      const disinherited = event(command, 'EntitlementDisinherited', { uscc: successor, predecessor: uscc });
      return [stated, { stream: entitlementStream(successor), events: [disinherited] }];
    }),
  ]);
}

/** What came after it rests on it: that is undone first. */
function undoProblems(index: number, standing: readonly ChangeProposal[]): FieldProblem[] {
  if (index === standing.length - 1) return [];
  return [
    problem('change', '其后还有变更，请先撤销最后一项。', 'Another change came after it: undo the last one first.'),
  ];
}

interface Neighbours {
  readonly before: ChangeProposal | undefined;
  readonly found: ChangeProposal;
  readonly after: ChangeProposal | undefined;
}

function dayProblems(
  stated: string,
  { before, found, after }: Neighbours,
  { registeredOn }: Enterprise,
  today: string,
): FieldProblem[] {
  const day = parseDay(stated);
  if (!day.ok) return [{ field: 'on', message: day.problem }];
  const from = before?.change.on ?? registeredOn;
  const until = after?.change.on ?? today;
  if (day.value === found.change.on) {
    return [
      problem('on', '这就是现在登记的日期；请填写正确的日期。', 'That is the day on record: state the true one.'),
    ];
  }
  if (from <= day.value && day.value <= until) return [];
  return [
    problem(
      'on',
      `变更日期应在${from}至${until}之间：不早于在本系统的登记日和上一次变更，不晚于下一次变更和今天。`,
      `State the day of the change from ${from} to ${until}: after it was entered here and after the change before, and not after the next one or today.`,
    ),
  ];
}

function nothingToCorrect(): Refusal {
  return refusal(
    'NOT_FOUND',
    {
      zh: '没有这项已生效的变更，请刷新后再看；待同意的变更请否决或撤回。',
      en: 'No such change holds: look at the page afresh. One that is still open is refused or taken back.',
    },
    'change',
  );
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
