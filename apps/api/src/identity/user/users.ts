import { randomUUID } from 'node:crypto';
import { invalidInput, normaliseProperName, refusal, type Refusal } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { QueryFailedError, Repository } from 'typeorm';
import { Clock } from '../../clock/clock.js';
import { Divisions } from '../../division/divisions.js';
import type { UsernameTaken } from '../../graphql/refusal/to-refusal.js';
import { PasswordWork } from '../password/password-work.js';
import { Passwords } from '../password/passwords.js';
import { Sessions } from '../session/sessions.js';
import { checkDetails, checkNewUser, checkPassword, type UserDetails } from './user-details.js';
import { UserEntity } from './user.entity.js';

/** The user as he is now, or why nothing was changed. */
export type UserOutcome =
  { readonly ok: true; readonly user: UserEntity } | { readonly ok: false; readonly refusal: Refusal | UsernameTaken };

export interface NewUser extends UserDetails {
  readonly username: string;
  readonly password: string;
}

const UNIQUE_VIOLATION = '23505';
/** Anything else is no user's id, and PostgreSQL would refuse to compare it. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The officials of a city. Every change of what somebody may do ends the sessions that rest on it. */
@Injectable()
export class Users {
  constructor(
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly work: PasswordWork,
    private readonly divisions: Divisions,
    private readonly clock: Clock,
  ) {}

  async find(tenant: string, id: string): Promise<UserEntity | null> {
    return UUID.test(id) ? this.users.findOneBy({ tenant, id }) : null;
  }

  async create(tenant: string, user: NewUser): Promise<UserOutcome> {
    const invalid = checkNewUser(tenant, user, this.divisions);
    if (invalid !== null) return { ok: false, refusal: invalid };
    const entity = this.users.create({
      ...detailsOf(user),
      tenant,
      id: randomUUID(),
      username: user.username,
      password: await this.work.hash(user.password),
      passwordVersion: 1,
      passwordSetAt: this.clock.now(),
      mustChangePassword: true,
      isDemo: false,
      disabled: false,
      createdAt: this.clock.now(),
    });
    try {
      await this.users.insert(entity);
    } catch (error) {
      if (isTaken(error)) return { ok: false, refusal: usernameTaken(user.username) };
      throw error;
    }
    return { ok: true, user: entity };
  }

  async update(tenant: string, id: string, details: UserDetails): Promise<UserOutcome> {
    const invalid = checkDetails(tenant, details, this.divisions);
    if (invalid !== null) return { ok: false, refusal: invalid };
    return this.change(tenant, id, detailsOf(details));
  }

  /** Sets a password that its owner has to change when he signs in. */
  async setPassword(tenant: string, id: string, password: string): Promise<UserOutcome> {
    const user = await this.find(tenant, id);
    if (user === null) return { ok: false, refusal: notFound() };
    const invalid = checkPassword(password, user);
    if (invalid !== null) return { ok: false, refusal: invalid };
    await this.passwords.setFor(tenant, id, await this.work.hash(password));
    const changed = await this.find(tenant, id);
    return changed === null ? { ok: false, refusal: notFound() } : { ok: true, user: changed };
  }

  /** @param by the administrator, who cannot shut himself out. */
  async setDisabled(tenant: string, id: string, disabled: boolean, by: string): Promise<UserOutcome> {
    if (disabled && id === by) return { ok: false, refusal: invalidInput([{ field: 'id', message: NOT_YOURSELF }]) };
    return this.change(tenant, id, { disabled });
  }

  private async change(tenant: string, id: string, changes: Partial<UserEntity>): Promise<UserOutcome> {
    if (!UUID.test(id)) return { ok: false, refusal: notFound() };
    // Only what changes is written: what another administrator changes at this moment stands.
    await this.users.update({ tenant, id }, changes);
    await this.sessions.endAll(tenant, id);
    const user = await this.find(tenant, id);
    return user === null ? { ok: false, refusal: notFound() } : { ok: true, user };
  }
}

function detailsOf({ displayName, division, department, roles }: UserDetails) {
  return {
    displayName: normaliseProperName(displayName),
    division,
    department: department === null ? null : normaliseProperName(department),
    roles: [...new Set(roles)],
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof QueryFailedError && 'code' in error && error.code === UNIQUE_VIOLATION;
}

const NOT_YOURSELF = {
  zh: '不能停用自己的账号，请由另一位管理员办理。',
  en: 'You cannot disable your own account: let another administrator do it.',
};

function usernameTaken(username: string): UsernameTaken {
  const message = {
    zh: `用户名${username}已被使用，请换一个。`,
    en: `The username ${username} is taken: choose another.`,
  };
  return { code: 'USERNAME_TAKEN', message, field: 'username' };
}

function notFound(): Refusal {
  const message = { zh: '没有这个用户，请刷新列表。', en: 'There is no such user: look at the list afresh.' };
  return refusal('NOT_FOUND', message, 'id');
}
