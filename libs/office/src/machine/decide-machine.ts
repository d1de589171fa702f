import {
  accepted,
  addDays,
  agreementRefusal,
  event,
  invalidInput,
  objectionRefusal,
  proposalStanding,
  refusal,
  refused,
  sentenceRefusal,
  withdrawalRefusal,
  type Actor,
  type Command,
  type Decision,
  type PlainDate,
  type Refusal,
} from '@duixian/casework';
import { notAdministrator, proposingOffice } from '../administrators.js';
import { PROPOSAL_DAYS } from '../decide/proposal.js';
import type { MachineEvent, MachineTerms } from './machine-event.js';
import { keyEnd, machineStream, type Machine, type MachineProposal } from './machine.js';
import { termsProblems } from './machine-terms.js';

interface OnMachine extends Command {
  /** Id of the machine's account. */
  readonly machine: string;
}
interface OnProposal extends OnMachine {
  readonly proposal: string;
}
export interface ProposeMachineAccount extends OnMachine {
  readonly terms: MachineTerms;
  readonly reason: string;
}
export type AgreeToMachineAccount = OnProposal;
export interface RefuseMachineAccount extends OnProposal {
  readonly reason: string;
}
export type WithdrawMachineAccount = OnProposal;
export interface ShutMachineAccount extends OnMachine {
  readonly reason: string;
}
export interface IssueApiKey extends OnMachine {
  /** For how long the keys before it are still taken. */
  readonly overlapHours: number;
}
export interface RevokeApiKey extends OnMachine {
  readonly key: string;
  readonly reason: string;
}

/** Longest overlap of two keys: a week, in which a nightly run finds somebody at work. */
export const OVERLAP_HOURS_MAX = 168;
const HOUR_MS = 3_600_000;

interface Input<Request> {
  readonly command: Request;
  readonly machine: Machine;
  readonly address: string | null;
}
type MachineDecision = Decision<MachineEvent>;

/** One administrator proposes a machine's account, or other terms of it; nothing changes before a second one agrees. */
export function decideMachineProposal(input: Input<ProposeMachineAccount>): MachineDecision {
  const { command, machine, address } = input;
  const { on, terms, commandId: proposal } = command;
  const proposedAs = proposingOffice(command.actor);
  if (proposedAs === null) return refused(notAdministrator());
  if (machine.shut !== null) return refused(isShut());
  if (machine.proposals.some((each) => proposalStanding(each, on) === 'open')) return refused(alreadyProposed());
  const problems = [...termsProblems(terms, on), ...(sentenceRefusal('reason', command.reason)?.problems ?? [])];
  if (problems.length > 0) return refused(invalidInput(problems));
  const opensUntil = addDays(on, PROPOSAL_DAYS);
  const data = { proposal, opensUntil, terms, reason: command.reason.trim(), proposedAs, address };
  return recorded(command, event(command, 'MachineAccountProposed', data));
}

/** Why `actor` may not agree to it today; null when he may. A page asks it too. */
export function machineAgreeingRefusal(
  machine: Machine,
  proposal: MachineProposal,
  actor: Actor,
  on: PlainDate,
): Refusal | null {
  const office = proposingOffice(actor);
  if (office === null) return notAdministrator();
  const reason = agreementRefusal(proposal, actor, on);
  if (reason !== null) return reason;
  if (machine.shut !== null) return isShut();
  const isOfSecurity = office === 'security-administrator' || proposal.proposedAs === 'security-administrator';
  return isOfSecurity ? null : withoutSecurity();
}

/** A second administrator agrees, and the terms hold at once. */
export function decideMachineAgreement({ command, machine, address }: Input<AgreeToMachineAccount>): MachineDecision {
  const proposal = machine.proposals.find(({ id }) => id === command.proposal);
  if (proposal === undefined) return refused(proposalNotFound());
  const reason = machineAgreeingRefusal(machine, proposal, command.actor, command.on);
  if (reason !== null) return refused(reason);
  const data = { proposal: proposal.id, effectiveFrom: command.on, terms: proposal.terms, address };
  return recorded(command, event(command, 'MachineAccountAgreed', data));
}

/** Somebody else than its proposer refuses it, with a reason. */
export function decideMachineRefusal({ command, machine, address }: Input<RefuseMachineAccount>): MachineDecision {
  const proposal = machine.proposals.find(({ id }) => id === command.proposal);
  if (proposal === undefined) return refused(proposalNotFound());
  if (proposingOffice(command.actor) === null) return refused(notAdministrator());
  const reason = objectionRefusal(proposal, command.actor, command.on) ?? sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const data = { proposal: proposal.id, reason: command.reason.trim(), address };
  return recorded(command, event(command, 'MachineAccountRefused', data));
}

/** Its proposer takes it back. */
export function decideMachineWithdrawal(input: Input<WithdrawMachineAccount>): MachineDecision {
  const { command, machine, address } = input;
  const proposal = machine.proposals.find(({ id }) => id === command.proposal);
  if (proposal === undefined) return refused(proposalNotFound());
  const reason = withdrawalRefusal(proposal, command.actor, command.on);
  if (reason !== null) return refused(reason);
  return recorded(command, event(command, 'MachineAccountWithdrawn', { proposal: proposal.id, address }));
}

/** One administrator shuts it at once and for good: a machine that is needed again is opened anew, by two. */
export function decideMachineShutting({ command, machine, address }: Input<ShutMachineAccount>): MachineDecision {
  if (proposingOffice(command.actor) === null) return refused(notAdministrator());
  if (machine.terms === null) return refused(machineNotFound());
  if (machine.shut !== null) return refused(isShut());
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  return recorded(command, event(command, 'MachineAccountShut', { reason: command.reason.trim(), address }));
}

/** A key, beside which the one before it is taken for some hours more. */
export function decideKeyIssue(
  input: Input<IssueApiKey> & { readonly key: string; readonly hash: string; readonly now: Date },
): MachineDecision {
  const { command, machine, address, key, hash, now } = input;
  if (proposingOffice(command.actor) === null) return refused(notAdministrator());
  if (machine.terms === null) return refused(machineNotFound());
  if (machine.shut !== null) return refused(isShut());
  if (command.on > machine.terms.endsOn) return refused(hasEnded());
  const { overlapHours } = command;
  if (overlapHours < 0 || overlapHours > OVERLAP_HOURS_MAX) {
    return refused(invalidInput([{ field: 'overlapHours', message: OVERLAP }]));
  }
  const issuedAt = now.toISOString();
  const live = machine.keys.filter((each) => keyEnd(machine, each, issuedAt, command.on) === null);
  if (live.length > 1) return refused(twoAlready());
  const othersEndAt = new Date(now.getTime() + overlapHours * HOUR_MS).toISOString();
  return recorded(command, event(command, 'ApiKeyIssued', { key, hash, issuedAt, othersEndAt, address }));
}

/** One administrator revokes a key at once. */
export function decideKeyRevocation({ command, machine, address }: Input<RevokeApiKey>): MachineDecision {
  if (proposingOffice(command.actor) === null) return refused(notAdministrator());
  const key = machine.keys.find(({ id }) => id === command.key);
  if (key === undefined) return refused(keyNotFound());
  if (key.revokedOn !== null) return refused(refusal('ALREADY_DECIDED', REVOKED));
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  return recorded(command, event(command, 'ApiKeyRevoked', { key: key.id, reason: command.reason.trim(), address }));
}

function recorded({ machine }: OnMachine, happened: MachineEvent): MachineDecision {
  return accepted([{ stream: machineStream(machine), events: [happened] }]);
}

const REVOKED = { zh: '密钥已吊销，无需再办理。', en: 'The key is revoked already: nothing is left to do.' };
const OVERLAP = {
  zh: `并用时间为0至${OVERLAP_HOURS_MAX}小时；0表示旧密钥立即失效。`,
  en: `Two keys overlap for 0 to ${OVERLAP_HOURS_MAX} hours; with 0 the earlier one ends at once.`,
};

function isShut(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '机器账号已关停，不再恢复；如仍需要，请提议开设新的机器账号。',
    en: 'The machine account is shut for good: propose another one if it is needed again.',
  });
}

function hasEnded(): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: '机器账号已到期，请先提议新的截止日期。',
    en: 'The machine account has ended: propose a later end first.',
  });
}

function twoAlready(): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: '已有两个有效密钥，请先吊销其中一个，或等旧密钥到时失效。',
    en: 'Two keys are taken already: revoke one of them, or wait until the earlier one has ended.',
  });
}

function alreadyProposed(): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: '该账号已有待同意的提议，请先同意、否决或撤回。',
    en: 'Something is proposed for it already: agree to it, refuse it or take it back first.',
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

function keyNotFound(): Refusal {
  const message = { zh: '没有这个密钥，请刷新列表。', en: 'There is no such key: look at the list afresh.' };
  return refusal('NOT_FOUND', message, 'key');
}

function machineNotFound(): Refusal {
  const message = {
    zh: '没有这个机器账号，或尚未经第二名管理员同意。',
    en: 'There is no such machine account, or nobody has agreed to it yet.',
  };
  return refusal('NOT_FOUND', message, 'machine');
}
