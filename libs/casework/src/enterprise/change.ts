import { sentenceRefusal } from '../claim/sentence.js';
import { unknownEnterprise } from '../claim/decide/submission.js';
import type { CaseworkDecision } from '../casework-event.js';
import type { Actor } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { addDays, type PlainDate } from '../common/plain-date.js';
import { agreementRefusal, objectionRefusal, withdrawalRefusal } from '../common/proposal.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { normaliseProperName } from '../common/spelling.js';
import { enterpriseStream, entitlementStream } from '../common/streams.js';
import { parseRecordedUscc, parseUscc, type Uscc } from '../common/uscc.js';
import { parseDay } from '../values/parse-day.js';
import { NAME_LENGTH_MAX, parseName } from '../values/parse-text.js';
import type { EnterpriseChange } from './change-event.js';
import { correctionBrought } from './change-correction.js';
import { CHANGE_DAYS_OPEN, openRefusal } from './change-rules.js';
import { enterpriseEnded, hasSuccessors } from './closing.js';
import { clerkRefusal } from './division-check.js';
import type { AnswerEnterpriseChange, ProposeEnterpriseChange } from './enterprise-command.js';
import { standingChanges, windowOf, type ChangeProposal, type Enterprise, type EnterpriseState } from './enterprise.js';

const SUCCESSORS_MAX = 20;

/** A clerk of the enterprise's division proposes that it was renamed, went over to others, or ended. */
export function decideEnterpriseChange(input: {
  readonly command: ProposeEnterpriseChange;
  readonly enterprise: EnterpriseState;
  /** As they are on record, in the order of the command's codes. */
  readonly successors: readonly EnterpriseState[];
}): CaseworkDecision {
  const { command, enterprise, successors } = input;
  if (enterprise === null) return refused(unknownEnterprise());
  const problems = changeProblems(command, enterprise, successors);
  if (problems.length > 0) return refused(invalidInput(problems));
  const reason =
    clerkRefusal(windowOf(enterprise), command.actor) ??
    (enterprise.closure === null ? openRefusal(enterprise, command.on) : enterpriseEnded(enterprise.closure));
  if (reason !== null) return refused(reason);
  const { uscc } = enterprise;
  const { commandId: proposal, kind, changedOn: on, name } = command;
  const change: EnterpriseChange = {
    kind,
    on,
    name: kind === 'renamed' && name !== null ? normaliseProperName(name) : null,
    successors: hasSuccessors(kind) ? codesOf(command.successors) : [],
  };
  const data = { proposal, opensUntil: addDays(command.on, CHANGE_DAYS_OPEN), uscc, change };
  return accepted([{ stream: enterpriseStream(uscc), events: [event(command, 'EnterpriseChangeProposed', data)] }]);
}

/** Another clerk of the division, or of the city, agrees or refuses; or its proposer takes it back. */
export function decideEnterpriseChangeAnswer(input: {
  readonly command: AnswerEnterpriseChange;
  readonly enterprise: EnterpriseState;
  /** Those that the proposal names, in its order. */
  readonly successors: readonly EnterpriseState[];
}): CaseworkDecision {
  const { command, enterprise, successors } = input;
  const proposed = enterprise?.changes.find(({ proposal }) => proposal.id === command.proposal);
  if (enterprise === null || proposed === undefined) return refused(noProposal());
  const reason = answerRefusal(command, proposed, enterprise, successors);
  if (reason !== null) return refused(reason);
  const { answer, proposal, on } = command;
  const stream = enterpriseStream(enterprise.uscc);
  switch (answer.kind) {
    case 'refuse':
      return accepted([
        {
          stream,
          events: [event(command, 'EnterpriseChangeRefused', { proposal, reason: answer.reason.trim() })],
        },
      ]);
    case 'withdraw':
      return accepted([{ stream, events: [event(command, 'EnterpriseChangeWithdrawn', { proposal })] }]);
    case 'agree': {
      const agreed = event(command, 'EnterpriseChangeAgreed', { proposal, effectiveFrom: on });
      const { change, corrects } = proposed;
      return corrects === null
        ? brought(command, agreed, enterprise, change)
        : correctionBrought(command, agreed, enterprise, { change, corrects });
    }
  }
}

/** What the change brings about: in its own stream, in its entitlement, and in those of its successors. */
function brought(
  command: AnswerEnterpriseChange,
  agreed: ReturnType<typeof event<'EnterpriseChangeAgreed', { proposal: string; effectiveFrom: PlainDate }>>,
  { uscc, name: was }: Enterprise,
  { kind, on, name, successors }: EnterpriseChange,
): CaseworkDecision {
  const stream = enterpriseStream(uscc);
  if (kind === 'renamed') {
    const renamed = event(command, 'EnterpriseRenamed', { uscc, was, name: name ?? was, on });
    return accepted([{ stream, events: [agreed, renamed] }]);
  }
  const closure = { uscc, how: kind, on, successors };
  return accepted([
    { stream, events: [agreed, event(command, 'EnterpriseClosed', closure)] },
    { stream: entitlementStream(uscc), events: [event(command, 'EntitlementClosed', closure)] },
    ...successors.flatMap((successor) => [
      {
        stream: enterpriseStream(successor),
        events: [event(command, 'EnterpriseSucceeded', { uscc: successor, predecessor: uscc, how: closure.how, on })],
      },
      {
        stream: entitlementStream(successor),
        events: [event(command, 'EntitlementInherited', { uscc: successor, predecessor: uscc })],
      },
    ]),
  ]);
}

function answerRefusal(
  { answer, actor, on }: AnswerEnterpriseChange,
  { proposal, corrects }: ChangeProposal,
  enterprise: Enterprise,
  successors: readonly EnterpriseState[],
): Refusal | null {
  const division = windowOf(enterprise);
  switch (answer.kind) {
    case 'agree':
      return (
        clerkRefusal(division, actor) ??
        successorsRefusal(successors, actor) ??
        agreementRefusal(proposal, actor, on) ??
        (corrects === null ? endedRefusal([enterprise, ...successors]) : null)
      );
    case 'refuse':
      return (
        clerkRefusal(division, actor) ??
        objectionRefusal(proposal, actor, on) ??
        sentenceRefusal('reason', answer.reason)
      );
    case 'withdraw':
      return withdrawalRefusal(proposal, actor, on);
  }
}

/** Why none of them can take part in a change any more. */
function endedRefusal(enterprises: readonly EnterpriseState[]): Refusal | null {
  return enterprises.flatMap((each) => (each?.closure == null ? [] : [enterpriseEnded(each.closure)]))[0] ?? null;
}

function changeProblems(
  command: ProposeEnterpriseChange,
  enterprise: Enterprise,
  successors: readonly EnterpriseState[],
): FieldProblem[] {
  return [
    ...dayProblems(command.changedOn, command.on, enterprise),
    ...(command.kind === 'renamed' ? nameProblems(command.name ?? '', enterprise.name) : []),
    ...(hasSuccessors(command.kind) ? successorProblems(command, enterprise, successors) : []),
  ];
}

/** What succeeds another has to bear what that was granted: whoever agrees speaks for its division too. */
function successorsRefusal(successors: readonly EnterpriseState[], actor: Actor): Refusal | null {
  const divisions = successors.flatMap((successor) => (successor === null ? [] : [windowOf(successor)]));
  return divisions.map((division) => clerkRefusal(division, actor)).find((reason) => reason !== null) ?? null;
}

function dayProblems(changedOn: string, today: PlainDate, enterprise: Enterprise): FieldProblem[] {
  const day = parseDay(changedOn);
  if (!day.ok) return [{ field: 'on', message: day.problem }];
  const earlier = standingChanges(enterprise).map(({ change }) => change.on);
  const from = [enterprise.registeredOn, ...earlier].sort().at(-1) ?? enterprise.registeredOn;
  if (from <= day.value && day.value <= today) return [];
  return [
    problem(
      'on',
      `变更日期应在${from}至${today}之间：不早于在本系统的登记日和上一次变更，不晚于今天。`,
      `State the day of the change from ${from} to ${today}: after it was entered here and after the change before, and not in the future.`,
    ),
  ];
}

function nameProblems(text: string, was: string): FieldProblem[] {
  const name = parseName(text, NAME_LENGTH_MAX);
  if (!name.ok) return [{ field: 'name', message: name.problem }];
  if (name.value !== '' && normaliseProperName(name.value) !== was) return [];
  return [problem('name', '请填写与原名称不同的新名称。', 'State the new name, which differs from the present one.')];
}

function successorProblems(
  { kind, successors: codes }: ProposeEnterpriseChange,
  enterprise: Enterprise,
  successors: readonly EnterpriseState[],
): FieldProblem[] {
  const most = kind === 'split' ? SUCCESSORS_MAX : 1;
  if (codes.length === 0 || codes.length > most) {
    return [
      problem(
        'successors',
        kind === 'split' ? `请填写分立后的企业，1至${most}家。` : '请填写一家承继企业的统一社会信用代码。',
        kind === 'split'
          ? `State the enterprises that it was split into, 1 to ${most}.`
          : 'State the credit code of the one enterprise that goes on in its place.',
      ),
    ];
  }
  return codes.flatMap((code, index) => {
    const field = `successors[${index}]`;
    const successor = successors[index] ?? null;
    const parsed = successor === null ? parseUscc(code) : parseRecordedUscc(code);
    if (!parsed.ok) return [{ field, message: parsed.problem }];
    const isTwice = codesOf(codes).indexOf(parsed.uscc) !== index;
    if (successor !== null && successor.closure === null && parsed.uscc !== enterprise.uscc && !isTwice) return [];
    return [
      problem(
        field,
        `承继企业${parsed.uscc}应为已登记、存续的另一家企业；请先登记。`,
        `The successor ${parsed.uscc} has to be another enterprise that is registered here and lives: register it first.`,
      ),
    ];
  });
}

function codesOf(texts: readonly string[]): Uscc[] {
  return texts.flatMap((text) => {
    const code = parseRecordedUscc(text);
    return code.ok ? [code.uscc] : [];
  });
}

function noProposal(): Refusal {
  return refusal(
    'NOT_FOUND',
    { zh: '没有这项变更提议，请刷新后再看。', en: 'There is no such proposal: look at the page afresh.' },
    'proposal',
  );
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
