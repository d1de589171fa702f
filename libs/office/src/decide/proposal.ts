import {
  addDays,
  event,
  eventAt,
  invalidInput,
  proposalStanding,
  refusal,
  refused,
  sentenceRefusal,
  type Actor,
  type FieldProblem,
  type Guards,
  type PlainDate,
  type Refusal,
  type Role,
} from '@duixian/casework';
import { notAdministrator, proposingOffice, recorded, type OfficeDecision } from '../administrators.js';
import { afterChange } from '../after-change.js';
import { exclusionsAmong } from '../exclusions.js';
import type { ProposeAccountChange } from '../official-command.js';
import type { AccountChange, ProposingOffice } from '../official-event.js';
import type { Account, Official } from '../official.js';

/** How long the second person has to agree: a fortnight, with a holiday in it. */
export const PROPOSAL_DAYS = 14;

/**
 * One administrator proposes what is to become of an account; nothing changes before a second one agrees. Only what one
 * alone shut, another of another kind opens again alone, so that nobody alone brings a city to a stand.
 */
export function decideProposal(input: {
  readonly command: ProposeAccountChange;
  readonly official: Official;
  /** Usernames of other officials of the city whose names look like the one proposed. */
  readonly lookalikes: readonly string[];
  readonly guards: Guards;
  readonly address: string | null;
}): OfficeDecision {
  const { command, official, lookalikes, guards, address } = input;
  const { actor, change, on, commandId: proposal } = command;
  const proposedAs = proposingOffice(actor);
  if (proposedAs === null) return refused(notAdministrator());
  const invalid = standingRefusal(change, official, on) ?? inputRefusal(command, official.account);
  if (invalid !== null) return refused(invalid);
  if (command.official === actor.userId && change.kind === 'roles') return refused(ownRoles());
  // What can never take effect is not proposed either: the last of a kind stays.
  const possible = recorded(command.official, [], official.account, afterChange(official.account, change), guards);
  if (!possible.ok) return possible;
  const { username, displayName } = change.kind === 'opening' ? change : onRecord(official.account);
  const data = {
    proposal,
    opensUntil: addDays(on, PROPOSAL_DAYS),
    change,
    reason: command.reason.trim(),
    username,
    displayName,
    proposedAs,
    lookalikes: [...lookalikes],
    address,
  };
  const proposed = event(command, 'OfficialChangeProposed', data);
  if (change.kind !== 'enabling' || !opensAlone(official, actor, proposedAs)) {
    return recorded(command.official, [proposed], official.account, official.account, guards);
  }
  const enabled = eventAt(2, command, 'AccountEnabled', { proposal, effectiveFrom: on, alone: true, address });
  const after = afterChange(official.account, change);
  return recorded(command.official, [proposed, enabled], official.account, after, guards);
}

/** Whether the account is as it was when one administrator shut it, and `actor` is another one, of another kind. */
function opensAlone({ shutting }: Official, { userId }: Actor, office: ProposingOffice): boolean {
  return shutting !== null && shutting.by !== userId && shutting.as !== office;
}

/** Whether the change fits the account as it is, and nobody else has proposed the like. */
function standingRefusal(change: AccountChange, official: Official, on: PlainDate): Refusal | null {
  const isOpening = change.kind === 'opening';
  if (isOpening ? official.account !== null : official.account === null) return accountNotFound();
  const isOpen = official.proposals.some(
    (each) => each.change.kind === change.kind && proposalStanding(each, on) === 'open',
  );
  if (isOpen) return alreadyProposed();
  return change.kind === 'enabling' && official.account?.disabled === false ? notDisabled() : null;
}

function inputRefusal({ change, reason }: ProposeAccountChange, account: Account | null): Refusal | null {
  const problems: FieldProblem[] = [];
  const roles = rolesAfter(change, account);
  if (change.kind === 'opening' || change.kind === 'roles') problems.push(...roleProblems(change.roles));
  const department = 'department' in change ? change.department : (account?.department ?? null);
  if (roles.includes('reviewer') && department === null) problems.push(withoutDepartment());
  if (change.kind === 'roles' && isSame(change.roles, account?.roles ?? [])) problems.push(unchangedRoles());
  const unreasoned = sentenceRefusal('reason', reason);
  if (unreasoned !== null) problems.push(...unreasoned.problems);
  return problems.length === 0 ? null : invalidInput(problems);
}

function rolesAfter(change: AccountChange, account: Account | null): readonly Role[] {
  return 'roles' in change ? change.roles : (account?.roles ?? []);
}

function roleProblems(roles: readonly Role[]): FieldProblem[] {
  if (roles.length === 0) {
    return [{ field: 'roles', message: { zh: '请选择一个岗位。', en: 'Choose an office.' } }];
  }
  return exclusionsAmong(roles).map(({ reason: { zh, en } }) => ({
    field: 'roles',
    message: { zh: `不相容岗位：${zh}。请只选一个岗位。`, en: `These cannot meet: ${en}. Choose one office.` },
  }));
}

function isSame(some: readonly Role[], others: readonly Role[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}

function withoutDepartment(): FieldProblem {
  const message = { zh: '审核人员须填写所在部门。', en: 'A reviewer belongs to a department: state it.' };
  return { field: 'department', message };
}

function unchangedRoles(): FieldProblem {
  const message = { zh: '已是该岗位，无需变更。', en: 'This is the office already: there is nothing to change.' };
  return { field: 'roles', message };
}

function ownRoles(): Refusal {
  return refusal('SAME_PERSON', {
    zh: '不能为本人变更岗位，须由另外两名管理员办理。',
    en: 'Nobody changes his own office: it takes two other administrators.',
  });
}

function alreadyProposed(): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: '同类变更已有待同意的提议，请先同意、否决或撤回。',
    en: 'Such a change is proposed already: agree to it, refuse it or take it back first.',
  });
}

function notDisabled(): Refusal {
  const message = { zh: '账号在用，无需启用。', en: 'The account is in use: there is nothing to enable.' };
  return refusal('ALREADY_DECIDED', message);
}

/** @throws Error when there is no account, which was asked before. */
function onRecord(account: Account | null): Account {
  if (account === null) throw new Error('A change was proposed for an account that was never opened.');
  return account;
}

export function accountNotFound(): Refusal {
  const message = { zh: '没有这个账号，请刷新列表。', en: 'There is no such account: look at the list afresh.' };
  return refusal('NOT_FOUND', message, 'id');
}
