import type { Actor } from '@duixian/casework';
import type { CurrentUser } from './current-user.js';

/** The official as the deciders know him. */
export function actorOf(user: CurrentUser): Actor {
  const { id, username, displayName, division, department, roles, reach, nameOf } = user;
  return { userId: id, username, displayName, division, department, roles, reach, nameOf };
}
