import { cautiousDayAfter, dayAfterWorkingDays } from '@duixian/calendar';
import {
  accepted,
  accountStream,
  addDays,
  agreementRefusal,
  clerkRefusal,
  event,
  lastDivision,
  liesIn,
  objectionRefusal,
  proposalStanding,
  refusal,
  refused,
  unknownEnterprise,
  withdrawalRefusal,
  type Actor,
  type Enterprise,
  type EnterpriseState,
  type PlainDate,
  type Refusal,
} from '@duixian/casework';
import type { WaitingCount } from './account-event.js';
import { changeInForce, pendingChange, type AccountChange, type Accounts } from './account.js';
import { noteRefusal } from './note.js';
import type { GiveAccountNotice, OnProposal, ProposeAccountChange, RefuseProposal } from './registry-command.js';
import type { RegistryDecision } from './registry-event.js';

/** Days within which a second person agrees; then the proposal lapses of itself. */
export const PROPOSAL_DAYS_OPEN = 30;

/** What a decision on an enterprise's account looks at. */
export interface AccountFile {
  readonly enterprise: EnterpriseState;
  readonly accounts: Accounts;
}

/** 收款账户变更: a clerk of the enterprise's own county proposes where its money shall go. */
export function decideAccountProposal(
  input: AccountFile & { readonly command: ProposeAccountChange },
): RegistryDecision {
  const { command, enterprise, accounts } = input;
  if (enterprise === null) return refused(unknownEnterprise());
  const reason = clerkRefusal(lastDivision(enterprise), command.actor) ?? openRefusal(accounts, command.on);
  if (reason !== null) return refused(reason);
  const { uscc } = enterprise;
  const { commandId: proposal, on, holderReason, sharedWith } = command;
  const account = { proposal, ...command.account };
  const opensUntil = addDays(on, PROPOSAL_DAYS_OPEN);
  const data = { proposal, opensUntil, uscc, account, holderReason, sharedWith: [...sharedWith] };
  return accepted([{ stream: accountStream(uscc), events: [event(command, 'AccountChangeProposed', data)] }]);
}

/** The contact that is on record is told of the change, by somebody other than its proposer; how, stands on record. */
export function decideAccountNotice(input: AccountFile & { readonly command: GiveAccountNotice }): RegistryDecision {
  const { command } = input;
  const found = findChange(input, command);
  if ('refusal' in found) return refused(found.refusal);
  const { enterprise, change } = found;
  const reason =
    clerkRefusal(lastDivision(enterprise), command.actor) ??
    objectionRefusal(change.proposal, command.actor, command.on) ??
    noteRefusal('note', command.note);
  if (reason !== null) return refused(reason);
  const { proposal, how, note } = command;
  const given = event(command, 'AccountNoticeGiven', { proposal, how, note: note.trim() });
  return accepted([{ stream: accountStream(enterprise.uscc), events: [given] }]);
}

/**
 * Another clerk agrees. The waiting time begins, during which anybody who hears of it can have it stopped; an account
 * before which there was none, of an enterprise that was never granted anything, takes effect at once: there is nothing
 * that it could divert.
 */
export function decideAccountAgreement(
  input: AccountFile & {
    readonly command: OnProposal;
    /** Whether the enterprise was ever granted anything. */
    readonly wasGranted: boolean;
    /** Working days of the waiting time, from 0. */
    readonly waitingDays: number;
  },
): RegistryDecision {
  const { command, accounts, wasGranted, waitingDays } = input;
  const found = findChange(input, command);
  if ('refusal' in found) return refused(found.refusal);
  const { enterprise, change } = found;
  const hasOlder = changeInForce(accounts, command.on) !== null;
  const reason =
    clerkRefusal(lastDivision(enterprise), command.actor) ??
    agreementRefusal(change.proposal, command.actor, command.on) ??
    (hasOlder && change.notice === null ? noticeNotGiven() : null);
  if (reason !== null) return refused(reason);
  const { proposal, on } = command;
  const isFirst = !hasOlder && !wasGranted;
  const agreed = {
    proposal,
    ...(isFirst ? { effectiveFrom: on, waiting: 'none' as const } : waitUntil(on, waitingDays)),
  };
  return accepted([
    { stream: accountStream(enterprise.uscc), events: [event(command, 'AccountChangeAgreed', agreed)] },
  ]);
}

/** A clerk or the finance office stops a change before it takes effect, also one that was agreed to. */
export function decideAccountRefusal(input: AccountFile & { readonly command: RefuseProposal }): RegistryDecision {
  const { command } = input;
  const found = findChange(input, command);
  if ('refusal' in found) return refused(found.refusal);
  const { enterprise, change } = found;
  const reason =
    stopRefusal(enterprise, command.actor) ??
    objectionRefusal(change.proposal, command.actor, command.on) ??
    noteRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const stopped = event(command, 'AccountChangeRefused', { proposal: command.proposal, reason: command.reason.trim() });
  return accepted([{ stream: accountStream(enterprise.uscc), events: [stopped] }]);
}

/** The proposer takes it back before it takes effect. */
export function decideAccountWithdrawal(input: AccountFile & { readonly command: OnProposal }): RegistryDecision {
  const { command } = input;
  const found = findChange(input, command);
  if ('refusal' in found) return refused(found.refusal);
  const { enterprise, change } = found;
  const reason = withdrawalRefusal(change.proposal, command.actor, command.on);
  if (reason !== null) return refused(reason);
  const withdrawn = event(command, 'AccountChangeWithdrawn', { proposal: command.proposal });
  return accepted([{ stream: accountStream(enterprise.uscc), events: [withdrawn] }]);
}

/**
 * From when a change holds that is agreed to on a day. Where the schedule of a year is not published yet, the wait is
 * longer than it would be, never shorter; a city's work does not stop for it, and the event says how it was counted.
 */
export function waitUntil(
  on: PlainDate,
  waitingDays: number,
): { readonly effectiveFrom: PlainDate; readonly waiting: WaitingCount } {
  if (waitingDays === 0) return { effectiveFrom: on, waiting: 'none' };
  const counted = dayAfterWorkingDays(on, waitingDays);
  if (counted.known) return { effectiveFrom: counted.day, waiting: 'schedule' };
  return { effectiveFrom: cautiousDayAfter(on, waitingDays), waiting: 'cautious' };
}

/** Why no account can be paid to: said to finance, who cannot mend it. */
export function noAccount(): Refusal {
  return refusal('NO_ACCOUNT', {
    zh: '企业没有已生效的收款账户，不能下达拨付指令；请企业所在地窗口提出账户，并由另一经办人同意。',
    en: 'No bank account of the enterprise is in force, so that nothing can be instructed: the window of its county proposes one, and a colleague there agrees to it.',
  });
}

function findChange(
  { enterprise, accounts }: AccountFile,
  { proposal: id }: OnProposal,
): { readonly enterprise: Enterprise; readonly change: AccountChange } | { readonly refusal: Refusal } {
  const change = accounts.find(({ proposal }) => proposal.id === id);
  if (enterprise !== null && change !== undefined) return { enterprise, change };
  const message = { zh: '没有这项提议，请刷新后再看。', en: 'There is no such proposal: look at it afresh.' };
  return { refusal: refusal('NOT_FOUND', message, 'proposal') };
}

function openRefusal(accounts: Accounts, on: PlainDate): Refusal | null {
  const pending = pendingChange(accounts, on);
  if (pending === null) return null;
  const waits = proposalStanding(pending.proposal, on) === 'waiting';
  return refusal('PROPOSAL_OPEN', {
    zh: `已有一项账户变更${waits ? '处于等待期' : '待同意'}，请先办结：由另一经办人同意或否决，或由提议人撤回。`,
    en: `A change of the account ${waits ? 'waits to take effect' : 'is still open'}: settle it first, by a colleague's answer or by taking it back.`,
  });
}

function noticeNotGiven(): Refusal {
  return refusal('NOTICE_NOT_GIVEN', {
    zh: '变更已有账户前，须先按原联系方式通知企业并登记（方式、时间、经办人）。',
    en: 'The enterprise has an account already: tell its contact on record first, and enter how it was told.',
  });
}

function stopRefusal(enterprise: Enterprise, actor: Actor): Refusal | null {
  const division = lastDivision(enterprise);
  const isFinance = actor.roles.includes('finance') && liesIn(division, actor.division);
  return isFinance ? null : clerkRefusal(division, actor);
}
