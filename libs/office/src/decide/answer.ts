import {
  agreementRefusal,
  event,
  eventAt,
  objectionRefusal,
  refusal,
  refused,
  sentenceRefusal,
  withdrawalRefusal,
  type Actor,
  type Guards,
  type PlainDate,
  type Refusal,
} from '@duixian/casework';
import { notAdministrator, proposingOffice, recorded, type OfficeDecision } from '../administrators.js';
import { afterChange } from '../after-change.js';
import type { AgreeToAccountChange, RefuseAccountChange, WithdrawAccountChange } from '../official-command.js';
import type { OfficialEvent } from '../official-event.js';
import type { Account, ChangeProposal, Official } from '../official.js';

interface Answered<Command> {
  readonly command: Command;
  readonly official: Official;
  readonly guards: Guards;
  readonly address: string | null;
}

/** Why `actor` may not agree to it today; null when he may. A page asks it too. */
export function agreeingRefusal(
  proposal: ChangeProposal,
  official: string,
  actor: Actor,
  on: PlainDate,
): Refusal | null {
  const office = proposingOffice(actor);
  if (office === null) return notAdministrator();
  const reason = agreementRefusal(proposal, actor, on);
  if (reason !== null) return reason;
  if (official === actor.userId) return beneficiary();
  const isOfSecurity = office === 'security-administrator' || proposal.proposedAs === 'security-administrator';
  return isOfSecurity ? null : withoutSecurity();
}

/** A second administrator agrees, and the change takes effect at once. */
export function decideAgreement(input: Answered<AgreeToAccountChange>): OfficeDecision {
  const { command, official, guards, address } = input;
  const proposal = official.proposals.find(({ id }) => id === command.proposal);
  if (proposal === undefined) return refused(proposalNotFound());
  const reason = agreeingRefusal(proposal, command.official, command.actor, command.on);
  if (reason !== null) return refused(reason);
  const before = official.account;
  const after = afterChange(before, proposal.change);
  return recorded(command.official, [effectOf(command, proposal, before, address)], before, after, guards);
}

/** Somebody else than its proposer refuses it, with a reason. */
export function decideRefusal(input: Answered<RefuseAccountChange>): OfficeDecision {
  const { command, official, guards, address } = input;
  const proposal = official.proposals.find(({ id }) => id === command.proposal);
  if (proposal === undefined) return refused(proposalNotFound());
  if (proposingOffice(command.actor) === null) return refused(notAdministrator());
  const reason = objectionRefusal(proposal, command.actor, command.on) ?? sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const data = { proposal: proposal.id, reason: command.reason.trim(), address };
  const events = [event(command, 'OfficialChangeRefused', data)];
  return recorded(command.official, events, official.account, official.account, guards);
}

/** Its proposer takes it back. */
export function decideWithdrawal(input: Answered<WithdrawAccountChange>): OfficeDecision {
  const { command, official, guards, address } = input;
  const proposal = official.proposals.find(({ id }) => id === command.proposal);
  if (proposal === undefined) return refused(proposalNotFound());
  const reason = withdrawalRefusal(proposal, command.actor, command.on);
  if (reason !== null) return refused(reason);
  const events = [event(command, 'OfficialChangeWithdrawn', { proposal: proposal.id, address })];
  return recorded(command.official, events, official.account, official.account, guards);
}

function effectOf(
  command: AgreeToAccountChange,
  { id: proposal, change }: ChangeProposal,
  before: Account | null,
  address: string | null,
): OfficialEvent {
  if (change.kind === 'opening') {
    const { kind: _kind, ...account } = change;
    return event(command, 'AccountOpened', { ...account, proposal, address });
  }
  if (before === null) throw new Error(`Proposal ${proposal} changes an account that was never opened.`);
  const agreed = { proposal, effectiveFrom: command.on, address };
  switch (change.kind) {
    case 'roles':
      return event(command, 'RolesGranted', { ...agreed, before: [...before.roles], roles: change.roles });
    case 'office':
      return event(command, 'OfficeChanged', { ...agreed, before: officeOf(before), office: officeOf(change) });
    case 'password':
      return event(command, 'PasswordSet', agreed);
    case 'unlocking':
      return event(command, 'AccountUnlocked', agreed);
    case 'second-factor':
      return event(command, 'SecondFactorReset', agreed);
    case 'enabling':
      return eventAt(2, command, 'AccountEnabled', { ...agreed, alone: false });
  }
}

function officeOf({ displayName, division, department }: Pick<Account, 'displayName' | 'division' | 'department'>) {
  return { displayName, division, department };
}

function beneficiary(): Refusal {
  return refusal('SAME_PERSON', {
    zh: '该提议涉及您本人的账号，须由另一名管理员同意。',
    en: 'The proposal is about your own account: another administrator has to agree to it.',
  });
}

function withoutSecurity(): Refusal {
  return refusal('NOT_YOUR_OFFICE', {
    zh: '系统管理员提出的变更须由安全管理员同意。',
    en: 'What a system administrator proposes is for a security administrator to agree to.',
  });
}

function proposalNotFound(): Refusal {
  const message = { zh: '没有这项提议，请刷新列表。', en: 'There is no such proposal: look at the list afresh.' };
  return refusal('NOT_FOUND', message, 'proposal');
}
