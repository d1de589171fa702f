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
  hasEarlier,
  noticeRefusal,
  onChange,
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
  const { command, enterprise, accounts: changes } = input;
  const { proposal, how, note } = command;
  const given = event(command, 'AccountNoticeGiven', { proposal, how, note: note.trim() });
  return onChange(
    { enterprise, changes, command },
    (of, change) => noticeRefusal(command, of, change),
    (uscc) => ({ stream: accountStream(uscc), events: [given] }),
  );
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
  const hasOlder = hasEarlier(accounts, command.on);
  const told = { isNeeded: hasOlder, matter: ACCOUNT_MATTER };
  const { proposal, on } = command;
  const isFirst = !hasOlder && !wasGranted;
  const agreed = {
    proposal,
    ...(isFirst ? { effectiveFrom: on, waiting: 'none' as const } : waitUntil(on, waitingDays)),
  };
  return onChange(
    { enterprise: input.enterprise, changes: accounts, command },
    (of, change) => changeAgreementRefusal(command, of, change, told),
    (uscc) => ({ stream: accountStream(uscc), events: [event(command, 'AccountChangeAgreed', agreed)] }),
  );
}

/** A clerk or the finance office stops a change before it takes effect, also one that was agreed to. */
export function decideAccountRefusal(input: AccountFile & { readonly command: RefuseProposal }): RegistryDecision {
  const { command, enterprise, accounts: changes } = input;
  const { proposal, actor, on } = command;
  const stopped = event(command, 'AccountChangeRefused', { proposal, reason: command.reason.trim() });
  return onChange(
    { enterprise, changes, command },
    (of, change) =>
      stopRefusal(of, actor) ?? objectionRefusal(change.proposal, actor, on) ?? noteRefusal('reason', command.reason),
    (uscc) => ({ stream: accountStream(uscc), events: [stopped] }),
  );
}

/** The proposer takes it back before it takes effect. */
export function decideAccountWithdrawal(input: AccountFile & { readonly command: OnProposal }): RegistryDecision {
  const { command, enterprise, accounts: changes } = input;
  const { proposal, actor, on } = command;
  const withdrawn = event(command, 'AccountChangeWithdrawn', { proposal });
  return onChange(
    { enterprise, changes, command },
    (_, change) => withdrawalRefusal(change.proposal, actor, on),
    (uscc) => ({ stream: accountStream(uscc), events: [withdrawn] }),
  );
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
