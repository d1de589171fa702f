import {
  accepted,
  clerkRefusal,
  contactStream,
  event,
  lastDivision,
  refused,
  unknownEnterprise,
  type Command,
  type EnterpriseState,
} from '@duixian/casework';
import type { ContactEvent, ContactMask } from './contact-event.js';
import type { RegistryDecision } from './registry-event.js';

export interface ChangeContact extends Command {
  readonly uscc: string;
  readonly now: ContactMask;
  readonly hash: string;
}

export interface EraseContact extends Command {
  readonly uscc: string;
}

/** The contact as the log knows it; null before the first, and after it was erased. */
export type ContactState = { readonly contact: string; readonly mask: ContactMask } | null;

export function foldContact(events: readonly ContactEvent[]): ContactState {
  const last = events.at(-1);
  return last?.type === 'ContactChanged' ? { contact: last.data.contact, mask: last.data.now } : null;
}

/** A clerk enters whom to call. Old and new stand on record, masked. */
export function decideContactChange(input: {
  readonly command: ChangeContact;
  readonly enterprise: EnterpriseState;
  readonly contact: ContactState;
}): RegistryDecision {
  const { command, enterprise, contact } = input;
  if (enterprise === null) return refused(unknownEnterprise());
  const reason = clerkRefusal(lastDivision(enterprise), command.actor);
  if (reason !== null) return refused(reason);
  const { uscc } = enterprise;
  const { now, hash, commandId } = command;
  const changed = event(command, 'ContactChanged', { uscc, contact: commandId, was: contact?.mask ?? null, now, hash });
  return accepted([{ stream: contactStream(uscc), events: [changed] }]);
}

/** Personal data is erased on request; that it was stays on record. */
export function decideContactErasure(input: {
  readonly command: EraseContact;
  readonly enterprise: EnterpriseState;
}): RegistryDecision {
  const { command, enterprise } = input;
  if (enterprise === null) return refused(unknownEnterprise());
  const { uscc } = enterprise;
  return accepted([{ stream: contactStream(uscc), events: [event(command, 'ContactErased', { uscc })] }]);
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
