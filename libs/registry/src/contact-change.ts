import {
  accepted,
  addDays,
  clerkRefusal,
  contactStream,
  event,
  windowOf,
  objectionRefusal,
  refused,
  unknownEnterprise,
  withdrawalRefusal,
  type EnterpriseState,
} from '@duixian/casework';
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
import { contactInForce, type Contacts } from './contact.js';
import { noteRefusal } from './note.js';
import type { GiveNotice, OnProposal, ProposeContactChange, RefuseProposal } from './registry-command.js';
import type { RegistryDecision } from './registry-event.js';

export const CONTACT_MATTER: Matter = { zh: '联系方式', en: 'contact' };

/** What a decision on an enterprise's contact looks at. */
export interface ContactFile {
  readonly enterprise: EnterpriseState;
  readonly contacts: Contacts;
}

/** 联系方式变更: a clerk of the enterprise's own county proposes whom to call. Old and new go on record, masked. */
export function decideContactProposal(
  input: ContactFile & { readonly command: ProposeContactChange },
): RegistryDecision {
  const { command, enterprise, contacts } = input;
  if (enterprise === null) return refused(unknownEnterprise());
  const { actor, on, commandId: proposal, now, hash } = command;
  const reason = clerkRefusal(windowOf(enterprise), actor) ?? underWayRefusal(contacts, CONTACT_MATTER, on);
  if (reason !== null) return refused(reason);
  const { uscc } = enterprise;
  const was = contactInForce(contacts, on)?.mask ?? null;
  const data = { proposal, opensUntil: addDays(on, PROPOSAL_DAYS_OPEN), uscc, was, now, hash };
  return accepted([{ stream: contactStream(uscc), events: [event(command, 'ContactChangeProposed', data)] }]);
}

/** The contact of before is told that another shall take its place, by somebody other than the proposer. */
export function decideContactNotice(input: ContactFile & { readonly command: GiveNotice }): RegistryDecision {
  const { command, enterprise, contacts: changes } = input;
  const { proposal, how, note } = command;
  const given = event(command, 'ContactNoticeGiven', { proposal, how, note: note.trim() });
  return onChange(
    { enterprise, changes, command },
    (of, change) => noticeRefusal(command, of, change),
    (uscc) => ({ stream: contactStream(uscc), events: [given] }),
  );
}

/**
 * Another clerk agrees, and the waiting time begins. The very first contact holds at once: nobody loses a call by it.
 * One that follows an erased contact waits, as whoever had the old one erased may mean to put his own there; there is
 * nobody to tell.
 */
export function decideContactAgreement(
  input: ContactFile & {
    readonly command: OnProposal;
    /** Working days of the waiting time, from 0. */
    readonly waitingDays: number;
  },
): RegistryDecision {
  const { command, contacts, waitingDays } = input;
  const { proposal, on } = command;
  const told = { isNeeded: contactInForce(contacts, on) !== null, matter: CONTACT_MATTER };
  const waits = hasEarlier(contacts, on);
  const holds = waits ? waitUntil(on, waitingDays) : { effectiveFrom: on, waiting: 'none' as const };
  const agreed = event(command, 'ContactChangeAgreed', { proposal, ...holds });
  return onChange(
    { enterprise: input.enterprise, changes: contacts, command },
    (of, change) => changeAgreementRefusal(command, of, change, told),
    (uscc) => ({ stream: contactStream(uscc), events: [agreed] }),
  );
}

/** Another clerk stops a change before it takes effect, also one that was agreed to. */
export function decideContactRefusal(input: ContactFile & { readonly command: RefuseProposal }): RegistryDecision {
  const { command, enterprise, contacts: changes } = input;
  const { proposal, actor, on } = command;
  const stopped = event(command, 'ContactChangeRefused', { proposal, reason: command.reason.trim() });
  return onChange(
    { enterprise, changes, command },
    (of, change) =>
      clerkRefusal(windowOf(of), actor) ??
      objectionRefusal(change.proposal, actor, on) ??
      noteRefusal('reason', command.reason),
    (uscc) => ({ stream: contactStream(uscc), events: [stopped] }),
  );
}

/** The proposer takes it back before it takes effect. */
export function decideContactWithdrawal(input: ContactFile & { readonly command: OnProposal }): RegistryDecision {
  const { command, enterprise, contacts: changes } = input;
  const { proposal, actor, on } = command;
  const withdrawn = event(command, 'ContactChangeWithdrawn', { proposal });
  return onChange(
    { enterprise, changes, command },
    (_, change) => withdrawalRefusal(change.proposal, actor, on),
    (uscc) => ({ stream: contactStream(uscc), events: [withdrawn] }),
  );
}
