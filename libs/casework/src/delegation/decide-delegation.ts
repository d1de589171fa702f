import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import type { Actor, Command } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { addDays, type PlainDate } from '../common/plain-date.js';
import { isOfDepartment, isOfOffice } from '../common/reach.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { delegationStream } from '../common/streams.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { delegationStanding, type Delegation } from './delegation.js';

/** Days of one delegation at the most, both ends included; a longer absence is delegated anew. */
export const DELEGATION_DAYS = 60;
/** How far ahead an absence is entered. */
const AHEAD_DAYS = 60;

export interface GiveDelegation extends Command {
  /** User id. */
  readonly to: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Ids of clauses; null: all. */
  readonly measures: readonly string[] | null;
  readonly reason: string;
}

export interface EndDelegation extends Command {
  /** User id of whoever gave it. */
  readonly official: string;
  readonly delegation: string;
  readonly reason: string;
}

/**
 * 委托代办: an official names a colleague of his own office and role for an absence. It gives no right: what the colleague may
 * do he may do without it. It says for whom he does it.
 *
 * @param to null where nobody of that id has an account that is open.
 * @param given what the official gave before.
 * @param ofDeputy what the deputy himself gave: who is away stands in for nobody.
 */
export function decideDelegation(input: {
  readonly command: GiveDelegation;
  readonly to: Actor | null;
  readonly given: readonly Delegation[];
  readonly ofDeputy: readonly Delegation[];
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, to, given, ofDeputy, catalogue } = input;
  const problems = [...spanProblems(command), ...measureProblems(command, catalogue)];
  const unreasoned = sentenceRefusal('reason', command.reason);
  if (unreasoned !== null) problems.push(...unreasoned.problems);
  if (problems.length > 0) return refused(invalidInput(problems));
  if (to === null) return refused(noDeputy());
  const wrong = deputyRefusal(command, to) ?? overlapRefusal(command, given) ?? awayRefusal(command, to, ofDeputy);
  if (wrong !== null) return refused(wrong);
  const { userId, username, displayName } = to;
  const { commandId: delegation, from, until, measures, reason } = command;
  const data = {
    ...{ delegation, to: { userId, username, displayName }, from, until },
    measures: measures === null ? null : [...new Set(measures)],
    reason: reason.trim(),
  };
  const events = [event(command, 'DelegationGiven', data)];
  return accepted([{ stream: delegationStream(command.actor.userId), events }]);
}

/** Either of the two ends it, or an administrator: nobody has to stand in, and nobody stands in for who is back. */
export function decideDelegationEnd(input: {
  readonly command: EndDelegation;
  readonly given: readonly Delegation[];
}): CaseworkDecision {
  const { command, given } = input;
  const found = given.find(({ id }) => id === command.delegation);
  if (found === undefined) return refused(noDelegation());
  const wrong = enderRefusal(found, command.actor) ?? overRefusal(found, command.on);
  if (wrong !== null) return refused(wrong);
  const unreasoned = sentenceRefusal('reason', command.reason);
  if (unreasoned !== null) return refused(unreasoned);
  const data = { delegation: found.id, reason: command.reason.trim() };
  return accepted([{ stream: delegationStream(found.from.userId), events: [event(command, 'DelegationEnded', data)] }]);
}

/** Why `actor` does not end it; null when he may, as far as it stands. */
export function enderRefusal({ from, to }: Pick<Delegation, 'from' | 'to'>, actor: Actor): Refusal | null {
  const isParty = actor.userId === from.userId || actor.userId === to.userId;
  if (isParty || actor.roles.includes('system-administrator')) return null;
  return refusal('NOT_YOUR_OFFICE', {
    zh: '委托由委托人、代办人或系统管理员提前结束，请转告他们办理。',
    en: 'Whoever gave the delegation, whoever stands in, or a system administrator ends it: pass it on to them.',
  });
}

function overRefusal(found: Delegation, on: PlainDate): Refusal | null {
  const standing = delegationStanding(found, on);
  if (standing === 'standing' || standing === 'coming') return null;
  return refusal('ALREADY_DECIDED', {
    zh: '该委托已经结束，无需再办理。',
    en: 'The delegation is over already: nothing is left to do.',
  });
}

function spanProblems({ from, until, on }: GiveDelegation): FieldProblem[] {
  if (from < on || from > addDays(on, AHEAD_DAYS)) {
    const last = addDays(on, AHEAD_DAYS);
    return [
      problem(
        'from',
        `起始日应在今天（${on}）至${last}之间，请改填。`,
        `The first day lies between today (${on}) and ${last}.`,
      ),
    ];
  }
  const last = addDays(from, DELEGATION_DAYS - 1);
  if (until >= from && until <= last) return [];
  return [
    problem(
      'until',
      `截止日应在${from}至${last}之间（一次委托最长${DELEGATION_DAYS}天）；更长的请期满后另行委托。`,
      `The last day lies between ${from} and ${last}: one delegation takes ${DELEGATION_DAYS} days at most. Delegate anew for a longer absence.`,
    ),
  ];
}

function measureProblems({ measures, tenant }: GiveDelegation, catalogue: Catalogue): FieldProblem[] {
  if (measures === null) return [];
  if (measures.length === 0) {
    return [
      problem('measures', '请选择条款，或选择全部条款。', 'Choose clauses, or leave them out to delegate all of them.'),
    ];
  }
  const unknown = measures.filter((each) => catalogue.measure(each)?.policy.tenant !== tenant);
  if (unknown.length === 0) return [];
  const named = unknown.join('、');
  return [
    problem('measures', `没有条款${named}，请另选。`, `There is no clause ${unknown.join(', ')}: choose another.`),
  ];
}

function deputyRefusal({ actor }: GiveDelegation, to: Actor): Refusal | null {
  if (to.userId === actor.userId) {
    return invalidInput([
      problem('to', '不能委托本人，请选择本科室同事。', 'Nobody stands in for himself: choose a colleague.'),
    ]);
  }
  if (isOfSameOffice(actor, to)) return null;
  return refusal(
    'NOT_YOUR_OFFICE',
    {
      zh: `${to.displayName}与您不在同一单位、同一岗位。委托不增加任何权限，请选择本科室同岗位的同事。`,
      en: `${to.displayName} is not of your office and role, and a delegation gives nobody a right: choose a colleague who holds yours.`,
    },
    'to',
  );
}

/** Whether somebody is of an official's own office and holds his roles: only then he can stand in for him. */
export function isOfSameOffice(official: Actor, other: Actor): boolean {
  const { division, department, roles } = official;
  return (
    isOfOffice(other, division) &&
    (department === null ? other.department === null : isOfDepartment(other, department)) &&
    roles.every((role) => other.roles.includes(role))
  );
}

/** Of two who stood in for him under one clause nobody could say for whom a claim waits. */
function overlapRefusal(command: GiveDelegation, given: readonly Delegation[]): Refusal | null {
  const other = given.find((each) => isOverlapping(each, command) && isOnSameClause(each.measures, command.measures));
  if (other === undefined) return null;
  return refusal(
    'PROPOSAL_OPEN',
    {
      zh: `${other.firstDay}至${other.lastDay}您已委托${other.to.displayName}代办，时间和条款重叠；请先结束那项委托，或改填日期、条款。`,
      en: `${other.to.displayName} stands in for you from ${other.firstDay} to ${other.lastDay} already: end that delegation first, or choose other days or clauses.`,
    },
    'from',
  );
}

function awayRefusal(command: GiveDelegation, to: Actor, ofDeputy: readonly Delegation[]): Refusal | null {
  const away = ofDeputy.find((each) => isOverlapping(each, command));
  if (away === undefined) return null;
  return refusal(
    'NOT_YOUR_TURN',
    {
      zh: `${to.displayName}在${away.firstDay}至${away.lastDay}期间已委托他人代办，代办不能再转委托；请另选同事。`,
      en: `${to.displayName} is away from ${away.firstDay} to ${away.lastDay} himself, and what he does for you is passed on to nobody: choose another colleague.`,
    },
    'to',
  );
}

function isOverlapping({ firstDay, lastDay, ended }: Delegation, { from, until }: GiveDelegation): boolean {
  return !ended && firstDay <= until && from <= lastDay;
}

function isOnSameClause(some: readonly string[] | null, others: readonly string[] | null): boolean {
  return some === null || others === null || some.some((each) => others.includes(each));
}

function noDeputy(): Refusal {
  return refusal(
    'NOT_FOUND',
    {
      zh: '没有这名经办人，或其账号已停用，请另选。',
      en: 'There is no such official, or the account is shut: choose another.',
    },
    'to',
  );
}

function noDelegation(): Refusal {
  return refusal(
    'NOT_FOUND',
    { zh: '没有这项委托，请刷新列表。', en: 'There is no such delegation: look at the list afresh.' },
    'delegation',
  );
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
