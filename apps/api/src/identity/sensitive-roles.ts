import type { Role } from './permission.js';

/** Whether these roles move money or keep accounts: they sign in with a second factor, and for a shorter time. */
export function isSensitive(roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'finance' || role === 'treasury' || role.endsWith('administrator'));
}
