import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { hashPassword, verifyPassword } from '../password/password.js';
import { Sessions, type NewSession } from '../session/sessions.js';
import { isUsername } from '../user/user-details.js';
import { UserEntity } from '../user/user.entity.js';
import { LoginThrottle } from './login-throttle.js';

export type LoginOutcome =
  | { readonly outcome: 'begun'; readonly user: UserEntity; readonly session: NewSession }
  | { readonly outcome: 'bad-credentials' }
  | { readonly outcome: 'too-many-attempts' };

/** Signs officials in. It takes as long to refuse an unknown user as a known one: nobody learns who works here. */
@Injectable()
export class Login {
  private readonly nobodysPassword = hashPassword('nobody');

  constructor(
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
    private readonly sessions: Sessions,
    private readonly throttle: LoginThrottle,
  ) {}

  async login(username: string, password: string, address: string): Promise<LoginOutcome> {
    if (!(await this.throttle.admit(username, address))) return { outcome: 'too-many-attempts' };
    const user = isUsername(username) ? await this.users.findOneBy({ username, disabled: false }) : null;
    const matches = await verifyPassword(password, user?.password ?? (await this.nobodysPassword));
    if (user === null || !matches) return { outcome: 'bad-credentials' };
    await this.throttle.forget(username);
    return { outcome: 'begun', user, session: await this.sessions.begin(user.tenant, user.id) };
  }
}
