import { isPayable, type Measure, type Policy } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { sentenceRefusal } from '../claim/sentence.js';
import type { Actor } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { departmentName, nameFor } from '../common/division-name.js';
import { addDays, type PlainDate } from '../common/plain-date.js';
import { agreementRefusal, objectionRefusal, proposalStanding, withdrawalRefusal } from '../common/proposal.js';
import { isOfDepartment, isOfOffice } from '../common/reach.js';
import { invalidInput, refusal, type Refusal } from '../common/refusal.js';
import { roundsStream } from '../common/streams.js';
import { extensionProblems, openingProblems, overlapRefusal } from './check-round.js';
import type { RoundBook, RoundProposal } from './round-book.js';
import type { AnswerRound, ExtendRound, OpenRound } from './round-command.js';
import type { RoundTerms } from './round-event.js';

/** Days within which a colleague agrees; then the proposal lapses of itself. */
const DAYS_OPEN = 30;

type Keeper = Pick<RoundTerms, 'division' | 'department'>;

/** A reviewer of the lead department proposes that a round is opened (发布申报批次). */
export function decideRoundOpening(input: {
  readonly command: OpenRound;
  readonly book: RoundBook;
  /** The document; null where the city has none of this id. */
  readonly policy: Policy | null;
}): CaseworkDecision {
  const { command, book, policy } = input;
  if (policy === null) return refused(unknownPolicy());
  const clauses = payableClauses(policy);
  const problems = openingProblems(command, book, clauses);
  if (problems.length > 0) return refused(invalidInput(problems));
  const leads = [...new Set(clauses.filter(({ id }) => command.clauses.includes(id)).map(leadOf))];
  const [department] = leads;
  if (department === undefined || leads.length > 1) return refused(severalLeads(leads));
  const keeper = { division: policy.division, department };
  const terms = { ...termsOf(command), ...keeper };
  const reason =
    roundOfficeRefusal(keeper, command.actor) ?? openRefusal(book, command.on) ?? overlapRefusal(book, terms);
  if (reason !== null) return refused(reason);
  const data = { proposal: command.commandId, opensUntil: addDays(command.on, DAYS_OPEN), ...terms };
  return accepted([{ stream: roundsStream(policy.id), events: [event(command, 'RoundProposed', data)] }]);
}

/** A reviewer of the department that opened a round proposes a later last day (延长申报期). */
export function decideRoundExtension(input: {
  readonly command: ExtendRound;
  readonly book: RoundBook;
}): CaseworkDecision {
  const { command, book } = input;
  const { policy, number, closes, on } = command;
  const round = book.rounds.find((each) => each.number === number);
  if (round === undefined) return refused(unknownRound());
  const problems = extensionProblems(command, round);
  const reason =
    roundOfficeRefusal(round, command.actor) ??
    openRefusal(book, on) ??
    (problems.length > 0 ? invalidInput(problems) : null) ??
    overlapRefusal(book, { ...round, closes }) ??
    sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const data = {
    ...{ proposal: command.commandId, opensUntil: addDays(on, DAYS_OPEN) },
    ...{ policy, number, closes, reason: command.reason.trim() },
  };
  return accepted([{ stream: roundsStream(policy), events: [event(command, 'RoundExtensionProposed', data)] }]);
}

/** Another reviewer of the department agrees or refuses, or the proposer takes it back. */
export function decideRoundAnswer(input: {
  readonly command: AnswerRound;
  readonly book: RoundBook;
}): CaseworkDecision {
  const { command, book } = input;
  const found = book.proposals.find(({ proposal }) => proposal.id === command.proposal);
  if (found === undefined) return refused(noProposal());
  const reason = answerRefusal(command, found, book);
  if (reason !== null) return refused(reason);
  return accepted([{ stream: roundsStream(command.policy), events: [answerEvent(command)] }]);
}

/** Why somebody may not propose or answer for a round: reviewers of the department that opens it do. */
export function roundOfficeRefusal({ division, department }: Keeper, actor: Actor): Refusal | null {
  if (actor.roles.includes('reviewer') && isOfOffice(actor, division) && isOfDepartment(actor, department)) return null;
  const place = nameFor(actor, division);
  return refusal('NOT_YOUR_OFFICE', {
    zh: `申报批次由牵头部门（${departmentName(place, department)}）的“审核”岗位提出和同意，请转交其办理。`,
    en: `Rounds are proposed and agreed to by reviewers of the lead department, ${department} of ${place}: pass it on there.`,
  });
}

/** The department that keeps what a proposal is about. */
export function keeperOfRound({ rounds }: RoundBook, { change }: RoundProposal): Keeper | null {
  return change.kind === 'opening' ? change.terms : (rounds.find(({ number }) => number === change.number) ?? null);
}

function answerRefusal({ answer, actor, on }: AnswerRound, found: RoundProposal, book: RoundBook): Refusal | null {
  const keeper = keeperOfRound(book, found);
  if (keeper === null) return unknownRound();
  switch (answer.kind) {
    case 'agree':
      return (
        roundOfficeRefusal(keeper, actor) ??
        agreementRefusal(found.proposal, actor, on) ??
        outdatedRefusal(found, book, on)
      );
    case 'refuse':
      return (
        roundOfficeRefusal(keeper, actor) ??
        objectionRefusal(found.proposal, actor, on) ??
        sentenceRefusal('reason', answer.reason)
      );
    case 'withdraw':
      return withdrawalRefusal(found.proposal, actor, on);
  }
}

/** Why what was proposed cannot begin any more: its day is over. */
function outdatedRefusal({ change }: RoundProposal, book: RoundBook, on: PlainDate): Refusal | null {
  const round = change.kind === 'opening' ? change.terms : book.rounds.find(({ number }) => number === change.number);
  if (round === undefined || on <= round.closes) return null;
  return refusal('ALREADY_DECIDED', {
    zh: `该批次已于${round.closes}截止，不能再同意；请予以否决，并另行发布一个批次。`,
    en: `The round closed on ${round.closes}, so that this cannot be agreed to any more: refuse it, and open another round.`,
  });
}

function answerEvent({ answer, proposal, policy, ...command }: AnswerRound) {
  switch (answer.kind) {
    case 'agree':
      return event(command, 'RoundAgreed', { proposal, effectiveFrom: command.on, policy });
    case 'refuse':
      return event(command, 'RoundRefused', { proposal, reason: answer.reason.trim(), policy });
    case 'withdraw':
      return event(command, 'RoundWithdrawn', { proposal, policy });
  }
}

function termsOf(command: OpenRound): Omit<RoundTerms, keyof Keeper> {
  const { policy, number, name, clauses, opens, closes, occurredFrom, occurredTo, pays } = command;
  return {
    ...{ policy, number, opens, closes, occurredFrom, occurredTo, pays },
    name: { zh: name.zh.trim(), en: name.en.trim() },
    clauses: [...new Set(clauses)].sort(),
  };
}

function payableClauses({ articles }: Policy): readonly Measure['clause'][] {
  return articles.flatMap(({ clauses }) => clauses.filter(isPayable));
}

function leadOf({ departments }: Measure['clause']): string {
  return departments.lead;
}

/** One proposal at a time, so that none is agreed to that another has overtaken. */
function openRefusal({ proposals }: RoundBook, on: PlainDate): Refusal | null {
  if (!proposals.some(({ proposal }) => proposalStanding(proposal, on) === 'open')) return null;
  return refusal('PROPOSAL_OPEN', {
    zh: '该文件已有一项申报批次的提议待同意，请先同意或否决，或由提议人撤回。',
    en: 'A proposal about the rounds of this document is still open: agree to it, refuse it or have it taken back first.',
  });
}

function severalLeads(leads: readonly string[]): Refusal {
  const message = {
    zh: `所选条款分属${leads.join('、')}牵头：一个批次只能包括同一牵头部门的条款，请分别发布。`,
    en: `The clauses are led by ${leads.join(', ')}: a round holds clauses of one lead department, so open one for each.`,
  };
  return invalidInput([{ field: 'clauses', message }]);
}

function unknownPolicy(): Refusal {
  const message = {
    zh: '没有这一政策文件，请在目录中选择。',
    en: 'There is no such document: choose one of the list.',
  };
  return refusal('NOT_FOUND', message, 'policy');
}

export function unknownRound(): Refusal {
  const message = { zh: '没有这一申报批次，请刷新后再看。', en: 'There is no such round: look at it afresh.' };
  return refusal('NOT_FOUND', message, 'round');
}

function noProposal(): Refusal {
  const message = { zh: '没有这项提议，请刷新后再看。', en: 'There is no such proposal: look at it afresh.' };
  return refusal('NOT_FOUND', message, 'proposal');
}
