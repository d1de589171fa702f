import { commandIdOf } from '../../command/command-id.js';
import type { UserEntity } from './user.entity.js';

const DAY_MS = 86_400_000;

/** Id of the administrator of this name whom the installation lets into a city: always the same one. */
export function firstAdministratorId(tenant: string, username: string): string {
  return commandIdOf('first administrator', tenant, username);
}

/**
 * Whether somebody's password is the one that the installation printed, and nobody has put his own in its place in time.
 *
 * @param days for which what is given to somebody is good.
 */
export function isPrintedPasswordExpired(user: UserEntity, now: Date, days: number): boolean {
  const isPrinted = user.mustChangePassword && user.id === firstAdministratorId(user.tenant, user.username);
  return isPrinted && now.getTime() >= user.passwordSetAt.getTime() + days * DAY_MS;
}
