import type { Places } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { accepted, event, refused } from '../common/decision.js';
import { isDivision, liesIn } from '../common/division.js';
import { addDays, type PlainDate } from '../common/plain-date.js';
import { agreementRefusal, objectionRefusal, proposalStanding, withdrawalRefusal } from '../common/proposal.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { enterpriseStream } from '../common/streams.js';
import { parseDay } from '../values/parse-day.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { clerkRefusal, divisionProblems, divisionRefusal } from './division-check.js';
import type { AnswerMove, ProposeMove } from './enterprise-command.js';
import { lastDivision, windowOf, type Enterprise, type EnterpriseState, type MoveProposal } from './enterprise.js';

/** How long after its day a move can be entered: whoever enters it later rewrites whose money old claims were. */
export const MOVE_DAYS_BACK_MAX = 90;
/** Days within which the other window agrees; then the proposal lapses of itself. */
const DAYS_OPEN = 30;

/**
 * A clerk of the division where the enterprise shall belong proposes that it moved there, or that the last move was
 * entered wrongly. Claims keep the division of their own day. Where it left the city, nobody here sees it arrive: a clerk of
 * the window that it leaves proposes it, and from its day on it claims nothing here.
 */
export function decideMoveProposal(input: {
  readonly command: ProposeMove;
  readonly enterprise: EnterpriseState;
  readonly places: Places;
}): CaseworkDecision {
  const { command, enterprise, places } = input;
  if (enterprise === null) return refused(notFound());
  const { tenant, actor, division, movedOn: on, corrects, commandId: proposal } = command;
  const leaves = isDivision(division) && !liesIn(division, tenant);
  const problems = [
    ...(leaves ? elsewhereProblems(places.isInForce(division, command.on)) : divisionProblems(command, places)),
    ...moveProblems(command, enterprise, places),
  ];
  if (problems.length > 0) return refused(invalidInput(problems));
  const office = leaves ? clerkRefusal(windowOf(enterprise), actor) : divisionRefusal(division, tenant, actor);
  const reason = office ?? openRefusal(enterprise, command.on);
  if (reason !== null) return refused(reason);
  const { uscc } = enterprise;
  const from = lastDivision(enterprise);
  const data = { proposal, opensUntil: addDays(command.on, DAYS_OPEN), uscc, from, division, on, corrects };
  return accepted([{ stream: enterpriseStream(uscc), events: [event(command, 'MoveProposed', data)] }]);
}

/**
 * A clerk of the window that has the enterprise agrees or refuses, or one of the city, which stands above both windows
 * and settles what one leaves lying; or its proposer takes it back.
 */
export function decideMoveAnswer(input: {
  readonly command: AnswerMove;
  readonly enterprise: EnterpriseState;
}): CaseworkDecision {
  const { command, enterprise } = input;
  const move = enterprise?.proposals.find(({ proposal }) => proposal.id === command.proposal);
  if (enterprise === null || move === undefined) return refused(noProposal());
  const reason = answerRefusal(command, move, enterprise);
  if (reason !== null) return refused(reason);
  return accepted([{ stream: enterpriseStream(enterprise.uscc), events: answerEvents(command, move, enterprise) }]);
}

function answerRefusal(
  { answer, actor, on }: AnswerMove,
  { proposal }: MoveProposal,
  enterprise: Enterprise,
): Refusal | null {
  const from = windowOf(enterprise);
  switch (answer.kind) {
    case 'agree':
      return clerkRefusal(from, actor) ?? agreementRefusal(proposal, actor, on);
    case 'refuse':
      return (
        clerkRefusal(from, actor) ?? objectionRefusal(proposal, actor, on) ?? sentenceRefusal('reason', answer.reason)
      );
    case 'withdraw':
      return withdrawalRefusal(proposal, actor, on);
  }
}

function answerEvents(command: AnswerMove, move: MoveProposal, { uscc, moves }: Enterprise) {
  const { answer, proposal, on } = command;
  switch (answer.kind) {
    case 'refuse':
      return [event(command, 'MoveRefused', { proposal, reason: answer.reason.trim() })];
    case 'withdraw':
      return [event(command, 'MoveWithdrawn', { proposal })];
    case 'agree': {
      const { from, division } = move;
      const agreed = event(command, 'MoveAgreed', { proposal, effectiveFrom: on });
      const was = moves.at(-1);
      if (!move.corrects) return [agreed, event(command, 'EnterpriseMoved', { uscc, from, division, on: move.on })];
      if (was === undefined) throw new Error(`${proposal} corrects a move that is not there.`);
      return [agreed, event(command, 'MoveCorrected', { uscc, was: { ...was }, division, on: move.on })];
    }
  }
}

/** Where it went outside the city: any division that is in force will do, also a city that has no counties. */
function elsewhereProblems(isInForce: boolean): FieldProblem[] {
  if (isInForce) return [];
  const message = {
    zh: '没有这一行政区划；迁出本市的，请填写迁入地的六位区划代码。',
    en: 'There is no such division: of an enterprise that left the city, state the six digits of where it went.',
  };
  return [{ field: 'division', message }];
}

function moveProblems(command: ProposeMove, enterprise: Enterprise, places: Places): FieldProblem[] {
  const { division, movedOn, corrects, on } = command;
  const last = enterprise.moves.at(-1);
  const problems: FieldProblem[] = [];
  const isThere = division === places.asOf(lastDivision(enterprise), on);
  const isSame = isThere && (!corrects || movedOn === last?.on);
  if (isSame || (corrects && last === undefined)) {
    const message = {
      zh: '企业已在该行政区划，或没有可更正的迁移；请填写迁入的区划代码。',
      en: 'The enterprise belongs there already, or there is no move to put right: state the division it moves to.',
    };
    problems.push({ field: 'division', message });
  }
  const { from, until } = boundsOf(enterprise, corrects, on);
  if (!parseDay(movedOn).ok || movedOn < from || movedOn > until) {
    const message = {
      zh: `迁移日期应在${from}至${until}之间：不早于登记日和上一次迁移，至多追溯${MOVE_DAYS_BACK_MAX}天，不晚于今日。`,
      en: `State the day of the move from ${from} to ${until}: after the registration and the move before, at most ${MOVE_DAYS_BACK_MAX} days back, and not in the future.`,
    };
    problems.push({ field: 'on', message });
  }
  return problems;
}

/**
 * The days on which a move can have been. Putting one right may go back to its own day, however long ago that is; where that
 * lies ahead, nobody knows when it was meant, and any day since the move before may be the true one.
 */
function boundsOf({ moves, registeredOn }: Enterprise, corrects: boolean, on: PlainDate) {
  const earlier = corrects ? moves.at(-2) : moves.at(-1);
  const earliest = earlier === undefined ? registeredOn : addDays(earlier.on, 1);
  const back = addDays(on, -MOVE_DAYS_BACK_MAX);
  const own = corrects ? moves.at(-1)?.on : undefined;
  if (own !== undefined && own > on) return { from: earliest, until: on };
  const limit = own !== undefined && own < back ? own : back;
  return { from: earliest > limit ? earliest : limit, until: on };
}

function openRefusal({ proposals }: Enterprise, on: PlainDate): Refusal | null {
  if (!proposals.some(({ proposal }) => proposalStanding(proposal, on) === 'open')) return null;
  return refusal('PROPOSAL_OPEN', {
    zh: '已有一项迁移待同意，请先办结：由迁出地窗口同意或否决，或由提议人撤回。',
    en: 'A move is still open: settle it first, by the answer of the window it leaves or by taking it back.',
  });
}

function noProposal(): Refusal {
  const message = { zh: '没有这项提议，请刷新后再看。', en: 'There is no such proposal: look at it afresh.' };
  return refusal('NOT_FOUND', message, 'proposal');
}

function notFound() {
  return refusal(
    'NOT_FOUND',
    { zh: '没有登记这家企业，请先登记。', en: 'No such enterprise is registered: register it first.' },
    'uscc',
  );
}
