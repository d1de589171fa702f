import { randomBytes } from 'node:crypto';
import { ROLE_NAMES } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type pg from 'pg';
import { ArrayContains, Repository } from 'typeorm';
import { Clock } from '../../clock/clock.js';
import type { Config } from '../../config/config.js';
import type { FirstAdministrator } from '../../config/first-administrators.js';
import { POOL } from '../../database/database.module.js';
import { inTransaction } from '../../database/transaction.js';
import { Divisions } from '../../division/divisions.js';
import { SecurityLog } from '../../security-log/security-log.js';
import { lockUser } from '../lock-user.js';
import { hashPassword } from '../password/password.js';
import { Passwords } from '../password/passwords.js';
import { CredentialSeals } from '../seal/credential-seals.js';
import { AccountRecords } from './account-records.js';
import { firstAdministratorId, isPrintedPasswordExpired } from './printed-password.js';
import { checkNewUser } from './user-details.js';
import { CONFIG } from '../../config/config.module.js';
import { UserEntity } from './user.entity.js';

const PASSWORD_BYTES = 18;

/** Lets a city in that has nobody yet: its first administrators let everybody else in, two by two. */
@Injectable()
export class FirstAdministrators {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(POOL) private readonly pool: pg.Pool,
    @InjectRepository(UserEntity) private readonly entities: Repository<UserEntity>,
    private readonly records: AccountRecords,
    private readonly divisions: Divisions,
    private readonly passwords: Passwords,
    private readonly seals: CredentialSeals,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates the configured administrators of cities that have none, and gives another password to each whose own expired
   * unused while nobody else is of his kind.
   *
   * @returns a line for each, with a password that is shown this once and stands in no setting and no table; and one that
   *   names those whose own is unused and was shown elsewhere, as by a process that starts at the same time.
   * @throws Error when one cannot be created as configured.
   */
  async ensure(): Promise<string[]> {
    const lines: string[] = [];
    const elsewhere: string[] = [];
    for (const administrator of this.config.administrators) {
      const { tenant, role } = administrator;
      const active = await this.entities.findBy({ tenant, disabled: false, roles: ArrayContains([role]) });
      const line = active.length === 0 ? await this.create(administrator) : await this.printAnew(administrator, active);
      if (line !== null) lines.push(line);
      else if (await this.isUnused(administrator)) elsewhere.push(administrator.username);
    }
    return elsewhere.length === 0 ? lines : [...lines, shownElsewhere(elsewhere)];
  }

  /** Whether the password that was printed for him is still the one that lets him in. */
  private async isUnused({ tenant, username }: FirstAdministrator): Promise<boolean> {
    const id = firstAdministratorId(tenant, username);
    const user = await this.entities.findOneBy({ tenant, id, disabled: false });
    return user?.mustChangePassword === true;
  }

  /** Null where his password is good, where somebody else of the kind can help him, and where another process does it. */
  private async printAnew(
    { tenant, username, role }: FirstAdministrator,
    active: readonly UserEntity[],
  ): Promise<string | null> {
    const id = firstAdministratorId(tenant, username);
    if (active.some((each) => each.id !== id)) return null;
    const password = newPassword();
    const hash = await hashPassword(password);
    const isSet = await inTransaction(this.pool, async (connection) => {
      await lockUser(connection, tenant, id);
      const user = await this.entities.findOneBy({ tenant, id });
      if (user === null || !this.isExpired(user)) return false;
      await this.passwords.setForOn(connection, tenant, id, hash);
      await this.seals.seal(connection, tenant, id);
      const nobody = { userId: null, username: null, displayName: null, address: null };
      await this.log.record({ tenant, ...nobody, kind: 'password-printed', subject: username }, connection);
      return true;
    });
    return isSet ? this.lineOf(tenant, role, username, password) : null;
  }

  private isExpired(user: UserEntity): boolean {
    return isPrintedPasswordExpired(user, this.clock.now(), this.config.activationDays);
  }

  private lineOf(tenant: string, role: FirstAdministrator['role'], username: string, password: string): string {
    const { zh, en } = ROLE_NAMES[role];
    const city = this.divisions.get(tenant).name;
    const days = this.config.activationDays;
    return (
      `${city}${zh} ${username}，初始密码 ${password}（只显示这一次；请在${days}天内登录并改设自己的密码）。 ` +
      `${en} of ${city} (${tenant}): ${username}, password ${password} (shown once; sign in and set another within ${days} days)`
    );
  }

  /** Null when another process has done it meanwhile, and shows the password. */
  private async create({ tenant, username, role }: FirstAdministrator): Promise<string | null> {
    const password = newPassword();
    const invalid = checkNewUser(
      tenant,
      { username, displayName: username, division: tenant, department: null },
      this.divisions,
    );
    if (invalid !== null) throw new Error(`DUIXIAN_ADMINISTRATORS: ${tenant}:${username}: ${invalid.message.en}`);
    const account = { username, displayName: username, division: tenant, department: null, roles: [role] };
    const id = firstAdministratorId(tenant, username);
    if (!(await this.records.open(tenant, id, account, await hashPassword(password)))) return null;
    return this.lineOf(tenant, role, username, password);
  }
}

function newPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}

function shownElsewhere(usernames: readonly string[]): string {
  return (
    `${usernames.join('、')} 的初始密码已由同时启动的其他进程或先前的启动显示，尚未改设；请查看其终端。 ` +
    `The first passwords of ${usernames.join(', ')} were shown by another process that starts at the same time, or by an ` +
    'earlier start, and are still in use: look at its terminal.'
  );
}
