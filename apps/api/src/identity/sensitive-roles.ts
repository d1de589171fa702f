import type { Role } from './permission.js';

const SENSITIVE: ReadonlySet<Role> = new Set([
  'finance',
  'treasury',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
]);

/** Whether these roles move money or keep accounts: they sign in with a second factor, and for a shorter time. */
export function isSensitive(roles: readonly Role[]): boolean {
  return roles.some((role) => SENSITIVE.has(role));
}
