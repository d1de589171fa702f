import type { Command } from '../common/actor.js';
import { accepted, event, refused, type Decision } from '../common/decision.js';
import type { JsonObject } from '../common/json.js';
import { addDays } from '../common/plain-date.js';
import { agreementRefusal, objectionRefusal, proposalStanding, withdrawalRefusal } from '../common/proposal.js';
import { invalidInput, refusal, type FieldProblem } from '../common/refusal.js';
import { correctionStream } from '../common/streams.js';
import type { StoredEvent } from '../parse-event.js';
import { boundProblems } from './correction-bounds.js';
import type { CorrectionContent, CorrectionEvent, CorrectionTarget } from './correction-event.js';
import type { CorrectionState } from './correction.js';

/** A proposal that nobody has answered lapses after so many days. */
const OPEN_DAYS = 30;
const REASON_LENGTH_MAX = 500;

export interface ProposeCorrection extends Command {
  readonly position: string;
  readonly content: CorrectionContent;
  readonly reason: string;
}

export interface AnswerCorrection extends Command {
  readonly position: string;
  /** Id of the proposal that was seen. */
  readonly proposal: string;
}

export interface RefuseCorrection extends AnswerCorrection {
  readonly reason: string;
}

/** The event that is to be corrected, as it stands in the log. */
export interface RecordedWrongly extends CorrectionTarget {
  readonly original: StoredEvent & { readonly data: JsonObject };
  /** Why it cannot be read or shown now; null when it can, and then there is nothing to correct. */
  readonly fault: string | null;
}

/**
 * Proposes what an event should have said that nobody can read as it was recorded. It has to be readable then, and may
 * not say another thing about money: see `correction-bounds.ts`.
 *
 * @param problemOf what is wrong with an event of its type; null when it can be read.
 */
export function decideProposal(input: {
  readonly command: ProposeCorrection;
  readonly wrong: RecordedWrongly | null;
  readonly correction: CorrectionState;
  readonly problemOf: (event: StoredEvent) => string | null;
}): Decision<CorrectionEvent> {
  const { command, wrong, correction, problemOf } = input;
  if (wrong === null) return refused(noSuchEvent());
  if (wrong.fault === null) return refused(notWrong());
  if (correction !== null && proposalStanding(correction.proposal, command.on) === 'open')
    return refused(openAlready());
  const { content } = command;
  const corrected = { ...wrong.original, ...content };
  const problems = [
    ...reasonProblems(command.reason),
    ...boundProblems(wrong.original.data, content.data),
    ...unreadable(problemOf(corrected)),
  ];
  if (problems.length > 0) return refused(invalidInput(problems));
  const proposed = event(command, 'CorrectionProposed', {
    proposal: command.commandId,
    opensUntil: addDays(command.on, OPEN_DAYS),
    target: targetOf(wrong),
    content,
    reason: command.reason.trim(),
  });
  return accepted([{ stream: correctionStream(wrong.event), events: [proposed] }]);
}

/** A second administrator agrees; from then on everybody reads the event as corrected. */
export function decideAgreement(input: {
  readonly command: AnswerCorrection;
  readonly correction: CorrectionState;
}): Decision<CorrectionEvent> {
  const { command, correction } = input;
  if (correction?.proposal.id !== command.proposal) return refused(noSuchProposal());
  const reason = agreementRefusal(correction.proposal, command.actor, command.on);
  if (reason !== null) return refused(reason);
  const { target, content, proposedBy } = correction;
  const agreed = event(command, 'CorrectionAgreed', {
    proposal: command.proposal,
    effectiveFrom: command.on,
    target,
    content,
    reason: correction.reason,
    proposedBy,
  });
  return accepted([{ stream: correctionStream(target.event), events: [agreed] }]);
}

/** A second administrator does not agree. */
export function decideObjection(input: {
  readonly command: RefuseCorrection;
  readonly correction: CorrectionState;
}): Decision<CorrectionEvent> {
  const { command, correction } = input;
  if (correction?.proposal.id !== command.proposal) return refused(noSuchProposal());
  const problems = reasonProblems(command.reason);
  if (problems.length > 0) return refused(invalidInput(problems));
  const reason = objectionRefusal(correction.proposal, command.actor, command.on);
  if (reason !== null) return refused(reason);
  const { target } = correction;
  const objected = event(command, 'CorrectionRefused', {
    proposal: command.proposal,
    reason: command.reason.trim(),
    target,
  });
  return accepted([{ stream: correctionStream(target.event), events: [objected] }]);
}

/** Its proposer takes it back, as long as nobody agreed to it. */
export function decideCorrectionWithdrawal(input: {
  readonly command: AnswerCorrection;
  readonly correction: CorrectionState;
}): Decision<CorrectionEvent> {
  const { command, correction } = input;
  if (correction?.proposal.id !== command.proposal) return refused(noSuchProposal());
  const reason = withdrawalRefusal(correction.proposal, command.actor, command.on);
  if (reason !== null) return refused(reason);
  const { target } = correction;
  const withdrawn = event(command, 'CorrectionWithdrawn', { proposal: command.proposal, target });
  return accepted([{ stream: correctionStream(target.event), events: [withdrawn] }]);
}

function targetOf({ position, event: id, stream, type }: RecordedWrongly): CorrectionTarget {
  return { position, event: id, stream, type };
}

function reasonProblems(reason: string): FieldProblem[] {
  const { length } = reason.trim();
  if (length > 0 && length <= REASON_LENGTH_MAX) return [];
  const message = {
    zh: `请写明理由，不超过${REASON_LENGTH_MAX}字。`,
    en: `State the reason in at most ${REASON_LENGTH_MAX} characters.`,
  };
  return [{ field: 'reason', message }];
}

function unreadable(problem: string | null): FieldProblem[] {
  if (problem === null) return [];
  const message = {
    zh: `更正后的内容仍不符合该类事件的格式：${problem}`,
    en: `What you state is still no event of its type: ${problem}`,
  };
  return [{ field: 'data', message }];
}

function noSuchEvent() {
  return refusal(
    'NOT_FOUND',
    { zh: '没有该编号的事件，请核对位置号。', en: 'There is no such event: check its position.' },
    'position',
  );
}

function notWrong() {
  return refusal(
    'ALREADY_DECIDED',
    {
      zh: '该事件可以正常读取，无需更正；如所记事项有误，请办理相应业务步骤。',
      en: 'The event can be read as it is: what is wrong with the matter itself is put right by a step of its own.',
    },
    'position',
  );
}

function openAlready() {
  return refusal('ALREADY_DECIDED', {
    zh: '该事件已有待同意的更正，请先同意或否决，或由提议人撤回。',
    en: 'A correction of this event is open: agree to it, refuse it or have it taken back first.',
  });
}

function noSuchProposal() {
  return refusal(
    'NOT_FOUND',
    { zh: '没有这项更正提议，请刷新后再看。', en: 'There is no such proposal: look at it afresh.' },
    'proposal',
  );
}
