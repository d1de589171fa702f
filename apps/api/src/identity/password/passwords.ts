import { invalidInput, type InvalidInput } from '@duixian/casework';
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { POOL } from '../../database/database.module.js';
import { inTransaction, type Connection } from '../../database/transaction.js';
import { lockUser } from '../lock-user.js';
import { Sessions } from '../session/sessions.js';
import { CredentialSeals } from '../seal/credential-seals.js';
import { PasswordWork } from './password-work.js';
import { hashPassword } from './password.js';
import { passwordProblems, type PasswordOwner } from './password-rules.js';

/** The password that somebody has now, as it was read. */
export interface CurrentPassword {
  readonly version: number;
  readonly hash: string;
}

/** How many of his passwords somebody cannot take again, the present one included. */
const REMEMBERED = 5;

/** Sets passwords. Each change ends what rests on the one before: sessions, and sign-ins that are half done. */
@Injectable()
export class Passwords {
  private unknownHash: Promise<string> | null = null;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly work: PasswordWork,
    private readonly sessions: Sessions,
    private readonly seals: CredentialSeals,
    private readonly clock: Clock,
  ) {}

  async current(tenant: string, userId: string): Promise<CurrentPassword | null> {
    const { rows } = await this.pool.query<CurrentPassword>(
      `select password_version as version, password as hash from identity."user"
        where tenant = $1 and id = $2 and not disabled`,
      [tenant, userId],
    );
    return rows[0] ?? null;
  }

  /**
   * Changes one's own password from the one that was checked.
   *
   * @returns the version that stands now; what is wrong with the new one; null when the old one was changed meanwhile.
   */
  async change(
    tenant: string,
    userId: string,
    owner: PasswordOwner,
    from: CurrentPassword,
    next: string,
  ): Promise<number | InvalidInput | null> {
    const hash = await this.hashOf(tenant, userId, owner, from, next);
    if (typeof hash !== 'string') return hash;
    return inTransaction(this.pool, async (connection) => {
      const version = await this.replace(connection, tenant, userId, { from, hash, must: false });
      await this.seals.seal(connection, tenant, userId);
      return version;
    });
  }

  /**
   * Chooses a password for oneself without having one.
   *
   * @param admitted uses up what lets its owner do so, in the same transaction; false when there is no such thing.
   * @returns the version that stands now; what is wrong with it; null when he was not let.
   */
  async choose(
    tenant: string,
    userId: string,
    owner: PasswordOwner,
    next: string,
    admitted: (connection: Connection) => Promise<boolean>,
  ): Promise<number | InvalidInput | null> {
    const current = await this.current(tenant, userId);
    if (current === null) return null;
    const hash = await this.hashOf(tenant, userId, owner, current, next);
    if (typeof hash !== 'string') return hash;
    return inTransaction(this.pool, async (connection) => {
      await lockUser(connection, tenant, userId);
      if (!(await admitted(connection))) return null;
      const version = await this.replace(connection, tenant, userId, { from: null, hash, must: false });
      await this.seals.seal(connection, tenant, userId);
      return version;
    });
  }

  /** Takes somebody's password away, within a transaction of others, who seal it: there is one that nobody knows. */
  async voidOn(connection: Connection, tenant: string, userId: string): Promise<void> {
    const hash = await this.unknown();
    await this.replace(connection, tenant, userId, { from: null, hash, must: false });
    await connection.query('delete from identity.known_device where tenant = $1 and user_id = $2', [tenant, userId]);
  }

  /** A hash of what nobody knows. As slow to compare as any: nobody learns from the time it takes who has no password. */
  unknown(): Promise<string> {
    this.unknownHash ??= hashPassword(randomUUID());
    return this.unknownHash;
  }

  /**
   * Sets somebody's password for him; he has to change it when he signs in, and his devices are strangers again.
   *
   * @param hash of a password that was checked by `passwordProblems`.
   * @returns false when there is no such user.
   */
  async setFor(tenant: string, userId: string, hash: string): Promise<boolean> {
    return inTransaction(this.pool, async (connection) => {
      const isSet = await this.setForOn(connection, tenant, userId, hash);
      await this.seals.seal(connection, tenant, userId);
      return isSet;
    });
  }

  /** The same within a transaction of others, who seal it. */
  async setForOn(connection: Connection, tenant: string, userId: string, hash: string): Promise<boolean> {
    const version = await this.replace(connection, tenant, userId, { from: null, hash, must: true });
    await connection.query('delete from identity.known_device where tenant = $1 and user_id = $2', [tenant, userId]);
    return version !== null;
  }

  /** What is wrong with a password that its owner chooses, or else its hash. */
  private async hashOf(
    tenant: string,
    userId: string,
    owner: PasswordOwner,
    current: CurrentPassword,
    next: string,
  ): Promise<string | InvalidInput> {
    const problems = passwordProblems(next, owner, 'newPassword');
    if (problems.length > 0) return invalidInput(problems);
    if (await this.wasUsed(tenant, userId, current, next)) {
      return invalidInput([{ field: 'newPassword', message: USED }]);
    }
    return this.work.hash(next);
  }

  private async wasUsed(tenant: string, userId: string, now: CurrentPassword, next: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ hash: string }>(
      'select hash from identity.former_password where tenant = $1 and user_id = $2 order by version desc limit $3',
      [tenant, userId, REMEMBERED - 1],
    );
    for (const hash of [now.hash, ...rows.map((row) => row.hash)]) {
      if (await this.work.verify(next, hash, 'known')) return true;
    }
    return false;
  }

  /** @returns the new version; null when there is no such user, or his password is not the one it is changed from. */
  private async replace(
    connection: Connection,
    tenant: string,
    userId: string,
    { from, hash, must }: { from: CurrentPassword | null; hash: string; must: boolean },
  ): Promise<number | null> {
    const { rows } = await connection.query<CurrentPassword>(
      `select password_version as version, password as hash from identity."user"
        where tenant = $1 and id = $2 for update`,
      [tenant, userId],
    );
    const [former] = rows;
    if (former === undefined || (from !== null && former.version !== from.version)) return null;
    const version = former.version + 1;
    await connection.query(
      `update identity."user"
          set password = $3, password_version = $4, password_set_at = $5, must_change_password = $6
        where tenant = $1 and id = $2`,
      [tenant, userId, hash, version, this.clock.now(), must],
    );
    await connection.query(
      'insert into identity.former_password (tenant, user_id, version, hash) values ($1, $2, $3, $4)',
      [tenant, userId, former.version, former.hash],
    );
    await connection.query(
      'delete from identity.former_password where tenant = $1 and user_id = $2 and version <= $3',
      [tenant, userId, version - REMEMBERED],
    );
    await connection.query('delete from identity.sign_in_ticket where tenant = $1 and user_id = $2', [tenant, userId]);
    await this.sessions.endAll(tenant, userId, { connection });
    return version;
  }
}

const USED = {
  zh: `不能使用最近${REMEMBERED}次用过的密码，请换一个。`,
  en: `This is one of your last ${REMEMBERED} passwords: choose another.`,
};
