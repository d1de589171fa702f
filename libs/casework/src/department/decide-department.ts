import { officePrefix, type Department, type Places } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import type { Actor, Command } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { addDays, type PlainDate } from '../common/plain-date.js';
import { agreementRefusal, objectionRefusal, proposalStanding, withdrawalRefusal } from '../common/proposal.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { departmentsStream } from '../common/streams.js';
import { sentenceProblems, sentenceRefusal } from '../claim/sentence.js';
import type { DepartmentBook, DepartmentProposal } from './department-book.js';
import type { DepartmentChange } from './department-event.js';

/** A proposal that nobody has answered lapses after so many days. */
const OPEN_DAYS = 30;
/** So far ahead a change is entered at the most: a document that orders it names its day. */
const DAYS_AHEAD_MAX = 366;
const TEXT_LENGTH_MAX = 60;

type Office = DepartmentProposal['proposedAs'];

export interface ProposeDepartmentChange extends Command {
  readonly change: DepartmentChange;
  /** What is to be said of it; null where the document says it all. */
  readonly reason: string | null;
}

export interface AnswerDepartmentChange extends Command {
  readonly proposal: string;
  readonly answer: { readonly kind: 'agree' | 'withdraw' } | { readonly kind: 'refuse'; readonly reason: string };
}

interface Recorded {
  readonly book: DepartmentBook;
  /** The divisions, and their departments as the files and the record have them. */
  readonly places: Places;
  /** Departments that lead clauses in force, by the division whose documents those are. */
  readonly leads: (division: string) => readonly string[];
}

/** 机构变更: one administrator proposes what becomes of a department, from which day, and by which document. */
export function decideDepartmentProposal(
  input: Recorded & { readonly command: ProposeDepartmentChange },
): CaseworkDecision {
  const { command, book } = input;
  const proposedAs = officeOf(command.actor);
  if (proposedAs === null) return refused(notAdministrator());
  const reason = command.reason === null || command.reason.trim() === '' ? null : command.reason.trim();
  const change = trimmed(command.change);
  const problems = [
    ...changeProblems(change, command.tenant, command.on, input),
    ...(reason === null ? [] : sentenceProblems('reason', { zh: '说明', en: 'what is to be said of it' }, reason)),
  ];
  if (problems.length > 0) return refused(invalidInput(problems));
  if (openOn(book, change, command.on) !== undefined) return refused(openAlready());
  const opensUntil = addDays(command.on, OPEN_DAYS);
  const data = { proposal: command.commandId, opensUntil, proposedAs, change, reason };
  return recorded(command, event(command, 'DepartmentChangeProposed', data));
}

/** A second administrator agrees or refuses; the proposer takes it back. What is agreed and yet to come can still be stopped. */
export function decideDepartmentAnswer(
  input: Recorded & { readonly command: AnswerDepartmentChange },
): CaseworkDecision {
  const { command, book } = input;
  const found = book.proposals.find(({ proposal }) => proposal.id === command.proposal);
  if (found === undefined) return refused(noProposal());
  const { change } = found;
  const said = { proposal: command.proposal, change };
  const { answer, actor, on } = command;
  if (officeOf(actor) === null) return refused(notAdministrator());
  switch (answer.kind) {
    case 'agree': {
      const wrong = departmentAgreementRefusal(found, actor, on);
      if (wrong !== null) return refused(wrong);
      const problems = changeProblems(change, command.tenant, on, input);
      if (problems.length > 0) return refused(invalidInput(problems));
      const effectiveFrom = change.from > on ? change.from : on;
      return recorded(command, event(command, 'DepartmentChangeAgreed', { ...said, effectiveFrom }));
    }
    case 'refuse': {
      const wrong =
        objectionRefusal(found.proposal, actor, on) ??
        sentenceRefusal('reason', answer.reason) ??
        builtOnRefusal(book, found, on);
      if (wrong !== null) return refused(wrong);
      return recorded(command, event(command, 'DepartmentChangeRefused', { ...said, reason: answer.reason.trim() }));
    }
    case 'withdraw': {
      const wrong = withdrawalRefusal(found.proposal, actor, on) ?? builtOnRefusal(book, found, on);
      if (wrong !== null) return refused(wrong);
      return recorded(command, event(command, 'DepartmentChangeWithdrawn', said));
    }
  }
}

/** Why `actor` may not agree to it today; null when he may. A page asks it too. */
export function departmentAgreementRefusal(
  { proposal, proposedAs }: DepartmentProposal,
  actor: Actor,
  on: PlainDate,
): Refusal | null {
  const office = officeOf(actor);
  if (office === null) return notAdministrator();
  const wrong = agreementRefusal(proposal, actor, on);
  if (wrong !== null) return wrong;
  return [office, proposedAs].includes('security-administrator') ? null : withoutSecurity();
}

function recorded(
  { tenant }: Command,
  each: Extract<CaseworkDecision, { ok: true }>['streams'][number]['events'][number],
): CaseworkDecision {
  return accepted([{ stream: departmentsStream(tenant), events: [each] }]);
}

function officeOf({ roles }: Actor): Office | null {
  if (roles.includes('security-administrator')) return 'security-administrator';
  return roles.includes('system-administrator') ? 'system-administrator' : null;
}

function trimmed({ name, successor, document, ...change }: DepartmentChange): DepartmentChange {
  const next = successor?.trim() ?? '';
  return { ...change, name: name.trim(), successor: next === '' ? null : next, document: document.trim() };
}

function changeProblems(
  change: DepartmentChange,
  tenant: string,
  on: PlainDate,
  { places, leads }: Pick<Recorded, 'places' | 'leads'>,
): FieldProblem[] {
  const { kind, division, name, successor, from, document } = change;
  const problems = [...textProblems('name', name), ...textProblems('document', document)];
  if (!division.startsWith(officePrefix(tenant)) || !places.isInForce(division, on)) {
    problems.push(problem('division', UNKNOWN_DIVISION));
  }
  if (from > addDays(on, DAYS_AHEAD_MAX)) problems.push(problem('from', TOO_FAR));
  const takesSuccessor = kind === 'renamed' || kind === 'merged';
  if (takesSuccessor) problems.push(...textProblems('successor', successor ?? ''));
  else if (successor !== null) problems.push(problem('successor', NO_SUCCESSOR));
  if (problems.length > 0) return problems;
  const { departments } = places;
  const isListed = departments.isListed(division);
  switch (kind) {
    case 'established':
      return beginningProblems('name', departments.periodsOf(division, name), from);
    case 'renamed':
      return [
        ...presentProblems('name', departments.periodsOf(division, name), from, isListed),
        ...beginningProblems('successor', departments.periodsOf(division, successor ?? ''), from),
      ];
    case 'merged':
      return [
        ...(name === successor ? [problem('successor', ITSELF)] : []),
        ...presentProblems('name', departments.periodsOf(division, name), from, isListed),
        ...presentProblems('successor', departments.periodsOf(division, successor ?? ''), from, isListed),
      ];
    case 'ended':
      return [
        ...presentProblems('name', departments.periodsOf(division, name), from, isListed),
        ...(leads(division).some((lead) => departments.asOf(division, lead, from) === name)
          ? [problem('name', LEADS)]
          : []),
      ];
  }
}

/** Of a name that begins: nobody has it on the day or later, and nothing is on record under it that is later. */
function beginningProblems(field: string, periods: readonly Department[], from: PlainDate): FieldProblem[] {
  const last = periods.at(-1);
  if (last === undefined || (last.to !== null && last.to <= from)) return [];
  if (last.to === null) return [problem(field, { zh: taken(last.from, 'zh'), en: taken(last.from, 'en') })];
  return [
    problem('from', {
      zh: `“${last.name}”到${last.to}才停用：自何日起不能早于该日。`,
      en: `${last.name} is used until ${last.to}: it cannot begin before that day.`,
    }),
  ];
}

/** Of a name that is there until then: on the day and from then on, since a day that is not the last one on record would be passed over. */
function presentProblems(
  field: string,
  periods: readonly Department[],
  from: PlainDate,
  isListed: boolean,
): FieldProblem[] {
  const last = periods.at(-1);
  if (last === undefined) return isListed ? [problem(field, UNKNOWN_DEPARTMENT)] : [];
  if (last.to !== null) {
    return [
      problem(field, {
        zh: `“${last.name}”自${last.to}起已不再使用${last.successor === null ? '' : `，由“${last.successor}”承接`}，请填写现用名称。`,
        en: `${last.name} is used no more from ${last.to} on${last.successor === null ? '' : `; ${last.successor} goes on with its work`}: state the name in use.`,
      }),
    ];
  }
  if (last.from === null || (field === 'successor' ? last.from <= from : last.from < from)) return [];
  return [
    problem('from', {
      zh: `“${last.name}”自${last.from}起才使用：自何日起应晚于该日。`,
      en: `${last.name} is there from ${last.from} on: state a later day.`,
    }),
  ];
}

function textProblems(field: string, text: string): FieldProblem[] {
  return text.length > 0 && text.length <= TEXT_LENGTH_MAX ? [] : [problem(field, UNSTATED)];
}

/** Another change of the same department that waits for an answer: which is first would be anybody's guess. */
function openOn(
  { proposals }: DepartmentBook,
  change: DepartmentChange,
  on: PlainDate,
): DepartmentProposal | undefined {
  return proposals.find((each) => proposalStanding(each.proposal, on) === 'open' && meet(each.change, change));
}

/** What is agreed and yet to come is not taken back under another change that goes on from it. */
function builtOnRefusal(book: DepartmentBook, found: DepartmentProposal, on: PlainDate): Refusal | null {
  if (found.proposal.answer?.kind !== 'agreed') return null;
  const later = book.proposals.find((each) => {
    const standing = proposalStanding(each.proposal, on);
    const stands = standing === 'open' || standing === 'waiting' || standing === 'in-force';
    return each !== found && stands && each.change.from >= found.change.from && meet(each.change, found.change);
  });
  if (later === undefined) return null;
  return refusal('ALREADY_DECIDED', {
    zh: `自${later.change.from}起的另一项变更以此为前提，请先撤回或否决那一项。`,
    en: `Another change, from ${later.change.from} on, goes on from this one: take that back or refuse it first.`,
  });
}

function meet(a: DepartmentChange, b: DepartmentChange): boolean {
  const names = (change: DepartmentChange): (string | null)[] => [change.name, change.successor];
  return a.division === b.division && names(a).some((name) => name !== null && names(b).includes(name));
}

function problem(field: string, message: FieldProblem['message']): FieldProblem {
  return { field, message };
}

function taken(from: string | null, language: 'zh' | 'en'): string {
  if (language === 'zh')
    return `该名称${from === null ? '' : `自${from}起`}已在使用，请填写新的名称；并入已有部门的，请选“并入”。`;
  return `The name is in use${from === null ? '' : ` from ${from} on`}: state a new one, or choose “merged” where a department goes into another.`;
}

const UNSTATED = {
  zh: `请填写此项，不超过${TEXT_LENGTH_MAX}字。`,
  en: `State this in at most ${TEXT_LENGTH_MAX} characters.`,
};
const UNKNOWN_DIVISION = {
  zh: '不是本市或所辖县（市、区）现行的代码，请另选。',
  en: 'This is no division of your city that is in force: choose another.',
};
const UNKNOWN_DEPARTMENT = {
  zh: '没有这个部门，请按名单中的名称填写。',
  en: 'There is no such department: state it as the list has it.',
};
const NO_SUCCESSOR = {
  zh: '设立、撤销没有承接部门，请留空。',
  en: 'Nobody succeeds what is established or ended: leave it out.',
};
const ITSELF = { zh: '部门不能并入自身，请另选承接部门。', en: 'It cannot go into itself: choose another.' };
const TOO_FAR = { zh: '最多提前一年登记，请核对日期。', en: 'A year ahead at the most: look at the day again.' };
const LEADS = {
  zh: '现行政策条款仍由该部门牵头，撤销后无人审核：请登记为并入承接其职责的部门。',
  en: 'Clauses in force are led by it, and nobody would review their claims: merge it into whoever goes on with its work.',
};

function notAdministrator(): Refusal {
  return refusal('NOT_YOUR_OFFICE', {
    zh: '机构变更由系统管理员和安全管理员共同办理，请转交其办理。',
    en: 'Departments are for the system and the security administrator: pass it on to them.',
  });
}

function withoutSecurity(): Refusal {
  return refusal('NOT_YOUR_OFFICE', {
    zh: '系统管理员提出的机构变更须由安全管理员同意。',
    en: 'What a system administrator proposes is for a security administrator to agree to.',
  });
}

function openAlready(): Refusal {
  return refusal('PROPOSAL_OPEN', {
    zh: '该部门已有一项变更待同意，请先办结。',
    en: 'A change of this department waits for an answer: have it answered first.',
  });
}

function noProposal(): Refusal {
  const message = { zh: '没有这项提议，请刷新列表。', en: 'There is no such proposal: look at the list afresh.' };
  return refusal('NOT_FOUND', message, 'proposal');
}
