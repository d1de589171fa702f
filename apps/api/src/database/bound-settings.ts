import { ROLES_SETTING, TENANT_SETTING, THE_CITY_ITSELF } from '@duixian/event-store';
import type { Reach } from '../request/request-scope.js';

/** Who the official is that asks, by the id of his account. */
export const USER_SETTING = 'duixian.user';
/** Codes of the divisions that are one office with his own, with commas between them. */
export const DIVISIONS_SETTING = 'duixian.divisions';
/** What the codes of all divisions begin with that lie in his, with commas between them. */
export const AREAS_SETTING = 'duixian.areas';
/** Clauses of his office, each after the role that he works on it as, with commas between them: `reviewer quanzhou-2024-7/3`. */
export const CLAUSES_SETTING = 'duixian.clauses';

/** What each statement of a request is told, for its transaction alone. */
export const BOUND_SETTINGS: readonly string[] = [
  'role',
  TENANT_SETTING,
  ROLES_SETTING,
  USER_SETTING,
  DIVISIONS_SETTING,
  AREAS_SETTING,
  CLAUSES_SETTING,
];

/** In the order of {@link BOUND_SETTINGS}: all of them each time, so that nothing of whoever asked before is left. */
export function boundValues({ role, tenant, office }: Reach): string[] {
  const of = [role, tenant ?? ''];
  if (office === null) return [...of, '', '', '', '', ''];
  if (office === THE_CITY_ITSELF) return [...of, THE_CITY_ITSELF, '', '', '', ''];
  const { roles, id, division, reach, clauses } = office;
  const divisions = [...new Set([division, ...reach.divisions])];
  return [...of, roles.join(), id, divisions.join(), reach.areas.join(), clauses.join()];
}
