import type { PlainDate, Proposal } from '@duixian/casework';
import { answered, changeInForce, noticed, type Change } from './change.js';
import type { ContactEvent, ContactMask } from './contact-event.js';

/** What was proposed for an enterprise's contact, and how it stands. Its id is the key of the erasable row. */
export interface ContactChange extends Change {
  readonly mask: ContactMask;
  readonly erased: boolean;
}

/** All changes of one enterprise's contact, in the order in which they were proposed. */
export type Contacts = readonly ContactChange[];

export const initialContacts: Contacts = [];

/** @throws Error when something is said of a proposal that was never made. */
export function evolveContacts(state: Contacts, event: ContactEvent): Contacts {
  const by = event.meta.actor.userId;
  const on = event.occurredOn;
  switch (event.type) {
    case 'ContactChangeProposed': {
      const { proposal: id, opensUntil, now: mask } = event.data;
      const proposal: Proposal = { id, proposedBy: by, proposedOn: on, opensUntil, answer: null };
      return [...state, { proposal, mask, notice: null, erased: false }];
    }
    case 'ContactNoticeGiven':
      return noticed(state, event.data.proposal, { by, how: event.data.how });
    case 'ContactChangeAgreed': {
      const { proposal, effectiveFrom } = event.data;
      return answered(state, proposal, { kind: 'agreed', by, on, effectiveFrom });
    }
    case 'ContactChangeRefused':
      return answered(state, event.data.proposal, { kind: 'refused', by, on, reason: event.data.reason });
    case 'ContactChangeWithdrawn':
      return answered(state, event.data.proposal, { kind: 'withdrawn', by, on });
    case 'ContactChanged':
      return [...state, atOnce(event.data.contact, event.data.now, by, on)];
    // What was there before anything was recorded stands before all that is on record.
    case 'ContactTakenOver':
      return [atOnce(event.data.contact, event.data.now, by, on), ...state];
    case 'ContactErased':
      return state.map((each) => ({ ...each, erased: true }));
  }
}

export function foldContacts(events: readonly ContactEvent[]): Contacts {
  return events.reduce<Contacts>(evolveContacts, initialContacts);
}

/** Whom to call on a day; null when none has come into force, or it was erased. */
export function contactInForce(contacts: Contacts, on: PlainDate): ContactChange | null {
  const change = changeInForce(contacts, on);
  return change === null || change.erased ? null : change;
}

/** The first character of a name, the last digits of a telephone, the first letter of an address. */
export function maskContact({ name, phone, email }: ContactMask): ContactMask {
  const digits = phone.replace(/\D/g, '');
  return {
    name: `${Array.from(name)[0] ?? ''}**`,
    phone: `${'*'.repeat(Math.max(0, digits.length - 4))}${digits.slice(-4)}`,
    email: email === null ? null : email.replace(/^(.)[^@]*/u, '$1***'),
  };
}

/** A contact that held on the day of its event, by the hand of one. */
function atOnce(id: string, mask: ContactMask, by: string, on: PlainDate): ContactChange {
  const answer = { kind: 'agreed', by, on, effectiveFrom: on } as const;
  return {
    proposal: { id, proposedBy: by, proposedOn: on, opensUntil: on, answer },
    mask,
    notice: null,
    erased: false,
  };
}
