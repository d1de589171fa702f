import { cautiousDayAfter, dayAfterWorkingDays } from '@duixian/calendar';
import {
  accepted,
  agreementRefusal,
  clerkRefusal,
  windowOf,
  objectionRefusal,
  proposalStanding,
  refusal,
  refused,
  type Enterprise,
  type EnterpriseState,
  type PlainDate,
  type Refusal,
  type StreamEvents,
  type Uscc,
} from '@duixian/casework';
import type { WaitingCount } from './change-event.js';
import { changeInForce, pendingChange, type Change } from './change.js';
import { noteRefusal } from './note.js';
import type { GiveNotice, OnProposal } from './registry-command.js';
import type { RegistryDecision, RegistryEvent } from './registry-event.js';

/** Days within which a second person agrees; then the proposal lapses of itself. */
export const PROPOSAL_DAYS_OPEN = 30;

/** What of an enterprise a change is about, as refusals name it. */
export interface Matter {
  readonly zh: string;
  readonly en: string;
}

/** The proposal that a command speaks of, with its enterprise. */
function findChange<Each extends Change>(
  enterprise: EnterpriseState,
  changes: readonly Each[],
  { proposal: id }: OnProposal,
): { readonly enterprise: Enterprise; readonly change: Each } | { readonly refusal: Refusal } {
  const change = changes.find(({ proposal }) => proposal.id === id);
  if (enterprise !== null && change !== undefined) return { enterprise, change };
  const message = { zh: '没有这项提议，请刷新后再看。', en: 'There is no such proposal: look at it afresh.' };
  return { refusal: refusal('NOT_FOUND', message, 'proposal') };
}

/** What every decision on a proposal asks first: that there is such a one, and why this may not be done with it. */
export function onChange<Each extends Change>(
  { enterprise, changes, command }: { enterprise: EnterpriseState; changes: readonly Each[]; command: OnProposal },
  refusalOf: (enterprise: Enterprise, change: Each) => Refusal | null,
  recorded: (uscc: Uscc) => StreamEvents<RegistryEvent>,
): RegistryDecision {
  const found = findChange(enterprise, changes, command);
  if ('refusal' in found) return refused(found.refusal);
  const reason = refusalOf(found.enterprise, found.change);
  return reason === null ? accepted([recorded(found.enterprise.uscc)]) : refused(reason);
}

/** Why nothing can be proposed, or erased, today: a change is under way; null when none is. */
export function underWayRefusal(changes: readonly Change[], { zh, en }: Matter, on: PlainDate): Refusal | null {
  const pending = pendingChange(changes, on);
  if (pending === null) return null;
  const waits = proposalStanding(pending.proposal, on) === 'waiting';
  return refusal('PROPOSAL_OPEN', {
    zh: `已有一项${zh}变更${waits ? '处于等待期' : '待同意'}，请先办结：由另一经办人同意或否决，或由提议人撤回。`,
    en: `A change of the ${en} ${waits ? 'waits to take effect' : 'is still open'}: settle it first, by a colleague's answer or by taking it back.`,
  });
}

/** Why somebody may not enter that the contact was told: another clerk than the proposer does, until it takes effect. */
export function noticeRefusal(command: GiveNotice, enterprise: Enterprise, { proposal }: Change): Refusal | null {
  return (
    clerkRefusal(windowOf(enterprise), command.actor) ??
    objectionRefusal(proposal, command.actor, command.on) ??
    noteRefusal('note', command.note)
  );
}

/** Why a second clerk may not agree: among others while the contact on record was not told. */
export function changeAgreementRefusal(
  command: OnProposal,
  enterprise: Enterprise,
  { proposal, notice }: Change,
  told: { readonly isNeeded: boolean; readonly matter: Matter },
): Refusal | null {
  return (
    clerkRefusal(windowOf(enterprise), command.actor) ??
    agreementRefusal(proposal, command.actor, command.on) ??
    (told.isNeeded && notice === null ? noticeNotGiven(told.matter) : null)
  );
}

/** Whether something was ever in force, so that a change could divert from it. */
export function hasEarlier(changes: readonly Change[], on: PlainDate): boolean {
  return changeInForce(changes, on) !== null;
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

function noticeNotGiven({ zh, en }: Matter): Refusal {
  return refusal('NOTICE_NOT_GIVEN', {
    zh: `变更已有${zh}前，须先按原联系方式通知企业并登记（方式、时间、经办人）。`,
    en: `The enterprise has one ${en} already: tell its contact on record first, and enter how it was told.`,
  });
}
