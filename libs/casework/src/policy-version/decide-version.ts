import type { Bilingual } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { sentenceRefusal } from '../claim/sentence.js';
import type { Actor, Command } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { nameFor } from '../common/division-name.js';
import { addDays, isPlainDate, type PlainDate } from '../common/plain-date.js';
import { agreementRefusal, objectionRefusal, proposalStanding, withdrawalRefusal } from '../common/proposal.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { policyStream } from '../common/streams.js';
import { versionOf, versionOn, type PolicyBook, type VersionProposal } from './policy-book.js';

/** Days within which a colleague agrees; then the proposal lapses of itself. */
const DAYS_OPEN = 30;
/** A day later than this is a slip of the year. */
const DAYS_AHEAD_MAX = 366;

export interface ProposePolicyVersion extends Command {
  readonly policy: string;
  readonly version: string;
  /** First day whose matters it decides. */
  readonly from: PlainDate;
  readonly reason: string;
}

export interface AnswerPolicyVersion extends Command {
  readonly policy: string;
  readonly proposal: string;
  readonly answer:
    { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };
}

/** The version that is to decide, as far as the decision needs it. */
export interface ProposedVersion {
  /** Whose treasury pays. */
  readonly division: string;
  /** First day of the document. */
  readonly begins: PlainDate;
  /** Why it cannot stand beside the other documents of the city; null when it can. */
  readonly misfit: Bilingual | null;
}

/** An official of finance proposes that another version decides the matters from a day on. */
export function decideVersionProposal(input: {
  readonly command: ProposePolicyVersion;
  readonly book: PolicyBook;
  /** Null where it is not on record. */
  readonly proposed: ProposedVersion | null;
}): CaseworkDecision {
  const { command, book, proposed } = input;
  const { policy, version, from, commandId: proposal, on, actor } = command;
  if (proposed === null || versionOf(book, version) === undefined) return refused(unknownVersion());
  const reason = financeRefusal(proposed.division, actor) ?? openRefusal(book, on);
  if (reason !== null) return refused(reason);
  const problems = problemsOf(command, book, proposed);
  if (problems.length > 0) return refused(invalidInput(problems));
  const unsaid = sentenceRefusal('reason', command.reason);
  if (unsaid !== null) return refused(unsaid);
  const data = {
    ...{ proposal, opensUntil: addDays(on, DAYS_OPEN), policy, version, from },
    reason: command.reason.trim(),
  };
  return accepted([{ stream: policyStream(policy), events: [event(command, 'PolicyVersionProposed', data)] }]);
}

/** Another official of the same finance office agrees or refuses, or the proposer takes it back. */
export function decideVersionAnswer(input: {
  readonly command: AnswerPolicyVersion;
  readonly book: PolicyBook;
  readonly division: string;
}): CaseworkDecision {
  const { command, book, division } = input;
  const found = book.proposals.find(({ proposal }) => proposal.id === command.proposal);
  if (found === undefined) return refused(noProposal());
  const reason = financeRefusal(division, command.actor) ?? answerRefusal(command, found);
  if (reason !== null) return refused(reason);
  return accepted([{ stream: policyStream(command.policy), events: [answerEvent(command, found)] }]);
}

/** Why an official may not propose or answer for a policy of the division; null for its finance office. */
function financeRefusal(division: string, actor: Actor): Refusal | null {
  if (actor.roles.includes('finance') && actor.division === division) return null;
  const name = nameFor(actor, division);
  return refusal('NOT_YOUR_OFFICE', {
    zh: `政策版本由${name}的“财政”岗位提议和同意，请转交其办理。`,
    en: `Versions of a policy are proposed and agreed to by the finance office of ${name}: pass it on there.`,
  });
}

function answerRefusal({ answer, actor, on }: AnswerPolicyVersion, { proposal }: VersionProposal): Refusal | null {
  switch (answer.kind) {
    case 'agree':
      return agreementRefusal(proposal, actor, on);
    case 'refuse':
      return objectionRefusal(proposal, actor, on) ?? sentenceRefusal('reason', answer.reason);
    case 'withdraw':
      return withdrawalRefusal(proposal, actor, on);
  }
}

function answerEvent(command: AnswerPolicyVersion, { version, from }: VersionProposal) {
  const { answer, proposal, policy, on } = command;
  switch (answer.kind) {
    case 'agree':
      return event(command, 'PolicyVersionAgreed', { proposal, effectiveFrom: on, policy, version, from });
    case 'refuse':
      return event(command, 'PolicyVersionRefused', { proposal, reason: answer.reason.trim(), policy, version });
    case 'withdraw':
      return event(command, 'PolicyVersionWithdrawn', { proposal, policy, version });
  }
}

function problemsOf(
  { version, from, on }: ProposePolicyVersion,
  book: PolicyBook,
  { begins, misfit }: ProposedVersion,
): FieldProblem[] {
  const latest = addDays(on, DAYS_AHEAD_MAX);
  if (!isPlainDate(from) || from < begins || from > latest) {
    const message = {
      zh: `起始日请填${begins}（文件施行日）至${latest}之间的日期。`,
      en: `State a first day from ${begins}, when the document begins, to ${latest}.`,
    };
    return [{ field: 'from', message }];
  }
  if (versionOn(book, from) === version) {
    const message = {
      zh: `${from}的事项已按该版本办理，无需再提议；请选择另一个版本。`,
      en: `Matters of ${from} are decided by this version already: choose another.`,
    };
    return [{ field: 'version', message }];
  }
  return misfit === null ? [] : [{ field: 'version', message: misfit }];
}

function openRefusal({ proposals }: PolicyBook, on: PlainDate): Refusal | null {
  if (!proposals.some(({ proposal }) => proposalStanding(proposal, on) === 'open')) return null;
  return refusal('PROPOSAL_OPEN', {
    zh: '该政策已有一个版本待同意，请先同意或否决，或由提议人撤回。',
    en: 'A version of this policy is still open: agree to it, refuse it or have it taken back first.',
  });
}

function unknownVersion(): Refusal {
  const message = {
    zh: '没有该政策的这一版本，请在版本列表中选择。',
    en: 'There is no such version of this policy on record: choose one of the list.',
  };
  return refusal('NOT_FOUND', message, 'version');
}

function noProposal(): Refusal {
  const message = { zh: '没有这项提议，请刷新后再看。', en: 'There is no such proposal: look at it afresh.' };
  return refusal('NOT_FOUND', message, 'proposal');
}
