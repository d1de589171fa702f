import type { RegistrationRow } from './registration-table.js';
import { Registration } from './registration.type.js';

/** What was proposed under a code as GraphQL shows it. */
export function toRegistration(row: RegistrationRow): Registration {
  return Object.assign(new Registration(), { uscc: row.uscc, row });
}
