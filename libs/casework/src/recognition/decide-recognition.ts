import type { Places } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { accepted, event, refused } from '../common/decision.js';
import { departmentName, nameFor } from '../common/division-name.js';
import { addDays, type PlainDate } from '../common/plain-date.js';
import { agreementRefusal, objectionRefusal, proposalStanding, withdrawalRefusal } from '../common/proposal.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { recognitionStream } from '../common/streams.js';
import { parseDay } from '../values/parse-day.js';
import { checkLines, LINES_MAX } from './check-lines.js';
import { headProblems, isSameHead, readHead } from './list-head.js';
import { departmentRefusal, listOfficeRefusal } from './list-office.js';
import type { AnswerRecognition, ProposeRecognitionList, ProposeRecognitionRevocation } from './recognition-command.js';
import type { ListHead } from './recognition-event.js';
import {
  answeringKeeper,
  keeperOf,
  openImports,
  type RecognitionChange,
  type RecognitionList,
  type RecognitionListState,
  type RecognitionProposal,
} from './recognition-list.js';

/** Days within which a colleague agrees; then the proposal lapses of itself. */
const DAYS_OPEN = 30;

/** A clerk or reviewer proposes a list as its file has it, or lines more of one on record. */
export function decideListProposal(input: {
  readonly command: ProposeRecognitionList;
  readonly list: RecognitionListState;
  /** Of the codes that would not be taken as new ones, those that are registered here. */
  readonly codesOnRecord: ReadonlySet<string>;
  readonly places: Places;
}): CaseworkDecision {
  const { command, list, codesOnRecord, places } = input;
  const { actor } = command;
  const keeper = keeperOf(list);
  const outside = keeper === null ? null : listOfficeRefusal(keeper, actor);
  if (outside !== null) return refused(outside);
  const problems = headProblems(command, list, { actor, on: command.on, places });
  const head = readHead(command, keeper?.division ?? actor.division);
  if (problems.length > 0 || head === null) return refused(invalidInput(problems));
  const reason = listOfficeRefusal(head, actor) ?? importOpenRefusal(list, head, command.on);
  if (reason !== null) return refused(reason);
  const { lines, unread, faults, file, commandId: proposal, on } = command;
  if (faults.length > 0) return refused(invalidInput(faults.map((message) => ({ field: 'file', message }))));
  if (lines.length > LINES_MAX) return refused(tooManyLines(lines.length));
  const entries = checkLines(lines, { document: head.list, list, codesOnRecord, on }).flatMap(
    ({ entry }) => entry ?? [],
  );
  if (entries.length === 0) return refused(nothingTaken());
  const left = lines.length - entries.length + unread;
  const data = { proposal, opensUntil: addDays(on, DAYS_OPEN), ...head, file: { ...file }, refused: left, entries };
  return accepted([
    { stream: recognitionStream(head.list), events: [event(command, 'RecognitionListProposed', data)] },
  ]);
}

/** A clerk or reviewer proposes that entries of a list, or all of them, are revoked from a day on (撤销认定). */
export function decideRevocationProposal(input: {
  readonly command: ProposeRecognitionRevocation;
  readonly list: RecognitionListState;
}): CaseworkDecision {
  const { command, list } = input;
  if (list === null || list.entries.length === 0) return refused(unknownList());
  const reason = listOfficeRefusal(list.head, command.actor) ?? revocationOpenRefusal(list, command.on);
  if (reason !== null) return refused(reason);
  const problems = revocationProblems(command, list);
  if (problems.length > 0) return refused(invalidInput(problems));
  const unsaid = sentenceRefusal('reason', command.reason);
  if (unsaid !== null) return refused(unsaid);
  const { commandId: proposal, entries, from, on } = command;
  const data = {
    proposal,
    opensUntil: addDays(on, DAYS_OPEN),
    list: list.list,
    entries: entries === null ? standingNumbers(list) : [...new Set(entries)].sort((a, b) => a - b),
    whole: entries === null,
    from,
    reason: command.reason.trim(),
  };
  return accepted([
    { stream: recognitionStream(list.list), events: [event(command, 'RecognitionRevocationProposed', data)] },
  ]);
}

/**
 * Another official agrees or refuses, or the proposer takes it back. Only then the lines count, or count no more. The first
 * import that is agreed to makes the list its keeper's: what others proposed under the number is answered with it.
 */
export function decideRecognitionAnswer(input: {
  readonly command: AnswerRecognition;
  readonly list: RecognitionListState;
}): CaseworkDecision {
  const { command, list } = input;
  const found = list?.proposals.find(({ proposal }) => proposal.id === command.proposal);
  if (list === null || found === undefined) return refused(noProposal());
  const reason = answerRefusal(command, found, list);
  if (reason !== null) return refused(reason);
  return accepted([
    { stream: recognitionStream(list.list), events: [answerEvent(command), ...rivalAnswers(command, found, list)] },
  ]);
}

/** Whoever keeps the list agrees and refuses; its proposer takes a proposal back, also one for another's list. */
function answerRefusal(
  { answer, actor, on }: AnswerRecognition,
  { proposal, proposedFrom, change }: RecognitionProposal,
  list: RecognitionList,
): Refusal | null {
  const keeper = answeringKeeper(list, change);
  switch (answer.kind) {
    case 'agree':
      return (
        listOfficeRefusal(keeper, actor) ??
        agreementRefusal(proposal, actor, on) ??
        outsideRefusal(change, list) ??
        departmentRefusal(keeper, proposedFrom, actor)
      );
    case 'refuse':
      return (
        listOfficeRefusal(keeper, actor) ??
        objectionRefusal(proposal, actor, on) ??
        sentenceRefusal('reason', answer.reason)
      );
    case 'withdraw':
      return withdrawalRefusal(proposal, actor, on);
  }
}

/** Lines that come under another head than the list on record has: they would be entries that it does not keep. */
function outsideRefusal(change: RecognitionChange, list: RecognitionList): Refusal | null {
  if (keeperOf(list) === null || change.kind !== 'import' || isSameHead(change.head, list.head)) return null;
  return refusal('ALREADY_DECIDED', {
    zh: '该文号的名单已由另一次导入生效，本提议不属于该名单，不能同意；请予以否决，或由提议人撤回。',
    en: 'The list of this number came into force by another import, and this proposal is not of it: refuse it, or have it taken back.',
  });
}

function answerEvent({ answer, ...command }: AnswerRecognition) {
  const { proposal, list, on } = command;
  switch (answer.kind) {
    case 'agree':
      return event(command, 'RecognitionAgreed', { proposal, effectiveFrom: on, list });
    case 'refuse':
      return event(command, 'RecognitionRefused', { proposal, reason: answer.reason.trim(), list });
    case 'withdraw':
      return event(command, 'RecognitionWithdrawn', { proposal, list });
  }
}

/** An agreement to the first import refuses those that others proposed, and takes back one that its own agent did. */
function rivalAnswers(command: AnswerRecognition, found: RecognitionProposal, list: RecognitionList) {
  const { answer, actor, on } = command;
  if (answer.kind !== 'agree' || keeperOf(list) !== null || found.change.kind !== 'import') return [];
  const { division, department } = found.change.head;
  const reason = `该文号的名单已由${departmentName(nameFor(actor, division), department)}导入并生效，本提议不再办理。`;
  return openImports(list, on)
    .filter(({ proposal }) => proposal !== found.proposal)
    .map(({ proposal }) => {
      const given =
        proposal.proposedBy === actor.userId ? { kind: 'withdraw' as const } : { kind: 'refuse' as const, reason };
      return answerEvent({ ...command, proposal: proposal.id, answer: given });
    });
}

function revocationProblems(
  { entries, from, on }: ProposeRecognitionRevocation,
  list: RecognitionList,
): FieldProblem[] {
  const first = list.head.validFrom;
  const day = parseDay(from);
  const standing = standingNumbers(list);
  const problems: FieldProblem[] = [];
  if (!day.ok || day.value < first || day.value > on) {
    const zh = `请填${first}（名单生效日）至${on}（今天）之间的日期；自始撤销的填${first}。`;
    const en = `State a day from ${first}, when the list begins, to today, ${on}; the first one where it never held.`;
    problems.push({ field: 'from', message: { zh, en } });
  }
  const gone = (entries ?? []).filter((no) => !standing.includes(no));
  if (gone.length > 0) {
    const zh = `名单中没有第${gone.join('、')}项，或已撤销；请刷新后重新选择。`;
    const en = `The list has no entry ${gone.join(', ')}, or it is revoked already: look at it afresh, and choose again.`;
    problems.push({ field: 'entries', message: { zh, en } });
  }
  if ((entries ?? standing).length === 0) {
    const message = { zh: '请至少选择一项。', en: 'Choose at least one entry.' };
    problems.push({ field: 'entries', message });
  }
  return problems;
}

function standingNumbers({ entries }: RecognitionList): number[] {
  return entries.flatMap(({ no, revocation }) => (revocation === null ? [no] : []));
}

/** Nobody's proposal stands in the way of another office's, nor one of an import in the way of a revocation. */
function importOpenRefusal(list: RecognitionListState, keeper: ListHead, on: PlainDate): Refusal | null {
  const isOpen = openImports(list, on).some(
    ({ change: { head } }) => head.division === keeper.division && head.department === keeper.department,
  );
  return isOpen ? proposalOpen() : null;
}

function revocationOpenRefusal({ proposals }: RecognitionList, on: PlainDate): Refusal | null {
  const isOpen = proposals.some(
    ({ proposal, change }) => change.kind === 'revocation' && proposalStanding(proposal, on) === 'open',
  );
  return isOpen ? proposalOpen() : null;
}

function proposalOpen(): Refusal {
  return refusal('PROPOSAL_OPEN', {
    zh: '该名单已有一项同类提议待同意，请先同意或否决，或由提议人撤回。',
    en: 'A proposal of the same kind is still open for this list: agree to it, refuse it or have it taken back first.',
  });
}

function tooManyLines(lines: number): Refusal {
  const zh = `文件有${lines}行，一次最多导入${LINES_MAX}行：请分成几个文件，以同一文号先后导入。`;
  const en = `The file has ${lines} lines, and one import takes ${LINES_MAX}: split it, and import the parts one after another under the same number.`;
  return invalidInput([{ field: 'file', message: { zh, en } }]);
}

function nothingTaken(): Refusal {
  const message = {
    zh: '文件中没有可收录的行：请按预览中每行的说明更正后重新导入。',
    en: 'No line of the file can be taken: correct them as the preview says, and import it again.',
  };
  return invalidInput([{ field: 'file', message }]);
}

function unknownList(): Refusal {
  const message = {
    zh: '没有这一文号的认定名单，请在名单列表中选择。',
    en: 'There is no list of recognitions with this number: choose one of the lists.',
  };
  return refusal('NOT_FOUND', message, 'list');
}

function noProposal(): Refusal {
  const message = { zh: '没有这项提议，请刷新后再看。', en: 'There is no such proposal: look at it afresh.' };
  return refusal('NOT_FOUND', message, 'proposal');
}
