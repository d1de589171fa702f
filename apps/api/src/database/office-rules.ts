import { ROLES_SETTING, type OfficeRule, type OfficeRules } from '@duixian/event-store';
import type { Role } from '../identity/permission.js';
import { USER_SETTING } from './bound-settings.js';

/*
 * What `identity/permission.ts` and `enterprise/need` say of who reads what, said once more to PostgreSQL, on purpose: neither is
 * made of the other. `office-rows.int.spec.ts` holds the two against each other.
 */

/** Seen by who holds one of the roles, and by nobody else of the city. */
function seenBy(...roles: readonly Role[]): OfficeRule {
  const held = `string_to_array(current_setting('${ROLES_SETTING}'::text, true), ','::text)`;
  return { sees: `( SELECT (${held} && '{${roles.join(',')}}'::text[]))`, changes: false };
}

/** Seen and changed by those whom the columns name. */
function ownOf(...columns: readonly string[]): OfficeRule {
  const user = `( SELECT (NULLIF(current_setting('${USER_SETTING}'::text, true), ''::text))::uuid)`;
  return { sees: columns.map((column) => `(${column} = ${user})`).join(' OR '), changes: true };
}

/** Of tables outside the log. */
export const IDENTITY_OFFICES: OfficeRules = {
  // Whose open work needs them; what they say is kept, compared and erased by commands, which show it to nobody.
  contact: { sees: 'identity.needs_contact(tenant, uscc)', changes: false },
  bank_account: { sees: 'identity.needs_account(tenant, uscc, (id)::text)', changes: false },
  objector: { sees: 'identity.deals_with_claim(tenant, claim)', changes: false },
  security_log: seenBy('auditor', 'audit-administrator'),
  // By what somebody proves who he is: his own.
  session: ownOf('user_id'),
  second_factor: ownOf('user_id'),
  recovery_code: ownOf('user_id'),
  former_password: ownOf('user_id'),
  known_device: ownOf('user_id'),
  sign_in_ticket: ownOf('user_id'),
  linked_identity: ownOf('user_id'),
  activation_code: ownOf('proposed_by', 'agreed_by'),
};

const ACCOUNTS = seenBy('auditor', 'system-administrator', 'security-administrator', 'audit-administrator');

/** Of the read tables. */
export const READ_OFFICES: OfficeRules = { account_proposal: ACCOUNTS, account_proposal_past: ACCOUNTS };
