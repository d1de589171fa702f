import type { Actor } from '@duixian/casework';
import type { CurrentUser } from './current-user.js';

/** The official as the deciders know him. */
export function actorOf({ id, username, displayName, division, department, roles, reach }: CurrentUser): Actor {
  return { userId: id, username, displayName, division, department, roles, reach };
}
