import {
  accepted,
  accountStream,
  addDays,
  clerkRefusal,
  event,
  isInArea,
  objectionRefusal,
  refusal,
  refused,
  unknownEnterprise,
  withdrawalRefusal,
  type Actor,
  type Enterprise,
  type EnterpriseState,
  type Refusal,
  windowOf,
} from '@duixian/casework';
import type { Accounts } from './account.js';
import {
  changeAgreementRefusal,
  findChange,
  hasEarlier,
  noticeRefusal,
  PROPOSAL_DAYS_OPEN,
  underWayRefusal,
  waitUntil,
  type Matter,
} from './change-rules.js';
import { noteRefusal } from './note.js';
import type { GiveNotice, OnProposal, ProposeAccountChange, RefuseProposal } from './registry-command.js';
import type { RegistryDecision } from './registry-event.js';

export const ACCOUNT_MATTER: Matter = { zh: '账户', en: 'account' };

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
  const reason =
    clerkRefusal(windowOf(enterprise), command.actor) ?? underWayRefusal(accounts, ACCOUNT_MATTER, command.on);
  if (reason !== null) return refused(reason);
  const { uscc } = enterprise;
  const { commandId: proposal, on, holderReason, sharedWith } = command;
  const account = { proposal, ...command.account };
  const opensUntil = addDays(on, PROPOSAL_DAYS_OPEN);
  const data = { proposal, opensUntil, uscc, account, holderReason, sharedWith: [...sharedWith] };
  return accepted([{ stream: accountStream(uscc), events: [event(command, 'AccountChangeProposed', data)] }]);
}

/** The contact that is on record is told of the change, by somebody other than its proposer; how, stands on record. */
export function decideAccountNotice(input: AccountFile & { readonly command: GiveNotice }): RegistryDecision {
  const { command } = input;
  const found = findChange(input.enterprise, input.accounts, command);
  if ('refusal' in found) return refused(found.refusal);
  const { enterprise, change } = found;
  const reason = noticeRefusal(command, enterprise, change);
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
  const found = findChange(input.enterprise, input.accounts, command);
  if ('refusal' in found) return refused(found.refusal);
  const { enterprise, change } = found;
  const hasOlder = hasEarlier(accounts, command.on);
  const told = { isNeeded: hasOlder, matter: ACCOUNT_MATTER };
  const reason = changeAgreementRefusal(command, enterprise, change, told);
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
  const found = findChange(input.enterprise, input.accounts, command);
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
  const found = findChange(input.enterprise, input.accounts, command);
  if ('refusal' in found) return refused(found.refusal);
  const { enterprise, change } = found;
  const reason = withdrawalRefusal(change.proposal, command.actor, command.on);
  if (reason !== null) return refused(reason);
  const withdrawn = event(command, 'AccountChangeWithdrawn', { proposal: command.proposal });
  return accepted([{ stream: accountStream(enterprise.uscc), events: [withdrawn] }]);
}

/** Why no account can be paid to: said to finance, who cannot mend it. */
export function noAccount(): Refusal {
  return refusal('NO_ACCOUNT', {
    zh: '企业没有已生效的收款账户，不能下达拨付指令；请企业所在地窗口提出账户，并由另一经办人同意。',
    en: 'No bank account of the enterprise is in force, so that nothing can be instructed: the window of its county proposes one, and a colleague there agrees to it.',
  });
}

function stopRefusal(enterprise: Enterprise, actor: Actor): Refusal | null {
  const division = windowOf(enterprise);
  const isFinance = actor.roles.includes('finance') && isInArea(actor, division);
  return isFinance ? null : clerkRefusal(division, actor);
}
