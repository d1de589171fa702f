import { accepted, contactStream, event, refused, unknownEnterprise, type EnterpriseState } from '@duixian/casework';
import { ACCOUNT_MATTER } from './account-change.js';
import type { Accounts } from './account.js';
import { underWayRefusal } from './change-rules.js';
import { CONTACT_MATTER } from './contact-change.js';
import type { Contacts } from './contact.js';
import type { EraseContact } from './registry-command.js';
import type { RegistryDecision } from './registry-event.js';

/**
 * Personal data is erased on request; that it was stays on record. Not while a change of the account or the contact is
 * under way: the contact on record is who has to hear of it.
 */
export function decideContactErasure(input: {
  readonly command: EraseContact;
  readonly enterprise: EnterpriseState;
  readonly accounts: Accounts;
  readonly contacts: Contacts;
}): RegistryDecision {
  const { command, enterprise, accounts, contacts } = input;
  if (enterprise === null) return refused(unknownEnterprise());
  const reason =
    underWayRefusal(contacts, CONTACT_MATTER, command.on) ?? underWayRefusal(accounts, ACCOUNT_MATTER, command.on);
  if (reason !== null) return refused(reason);
  const { uscc } = enterprise;
  return accepted([{ stream: contactStream(uscc), events: [event(command, 'ContactErased', { uscc })] }]);
}
