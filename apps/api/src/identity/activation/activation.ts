import type { InvalidInput } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { SecurityLog } from '../../security-log/security-log.js';
import { GuardedCheck } from '../login/guarded-check.js';
import { Login, type LoginOutcome } from '../login/login.js';
import type { Origin } from '../origin.js';
import { Passwords } from '../password/passwords.js';
import { isUsername } from '../user/user-details.js';
import { UserEntity } from '../user/user.entity.js';
import { ActivationCodes, type Halves } from './activation-codes.js';

/** Who activates an account, with what, and the password that he chooses. */
export interface Stated {
  readonly username: string;
  readonly halves: Halves;
  readonly newPassword: string;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The first sign-in, and the one after a reset: both halves of the code, and a password that nobody else has seen. */
@Injectable()
export class Activation {
  constructor(
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
    private readonly codes: ActivationCodes,
    private readonly check: GuardedCheck,
    private readonly passwords: Passwords,
    private readonly login: Login,
    private readonly log: SecurityLog,
  ) {}

  async activate(
    { username, halves, newPassword }: Stated,
    origin: Origin,
  ): Promise<LoginOutcome | { readonly outcome: 'invalid'; readonly refusal: InvalidInput }> {
    const user = isUsername(username) ? await this.users.findOneBy({ username, disabled: false }) : null;
    const trier = {
      tenant: user?.tenant ?? null,
      userId: user?.id ?? null,
      username,
      displayName: user?.displayName ?? null,
    };
    const checked = await this.check.of('activation', trier, origin, async () => {
      // Looked for in any case: nobody learns from the time it takes who works here.
      const fits = await this.codes.fit(user?.tenant ?? '', user?.id ?? NOBODY, halves);
      return fits && user !== null;
    });
    if (checked.outcome === 'too-many-attempts') return checked;
    if (checked.outcome === 'wrong' || user === null) return { outcome: 'bad-activation-code' };
    const { tenant, id: userId, displayName } = user;
    const chosen = await this.passwords.choose(tenant, userId, user, newPassword, (connection) =>
      this.codes.useOn(connection, tenant, userId, halves),
    );
    if (chosen === null) return { outcome: 'bad-activation-code' };
    if (typeof chosen !== 'number') return { outcome: 'invalid', refusal: chosen };
    const { address } = origin;
    await this.log.record({
      ...{ tenant, userId, username, displayName, address },
      kind: 'account-activated',
      subject: null,
    });
    return this.login.goOn(user, chosen, origin);
  }
}
