import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Clock } from '../../clock/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { SecurityLog } from '../../security-log/security-log.js';
import type { Origin } from '../origin.js';
import { hashPassword } from '../password/password.js';
import { PasswordWork } from '../password/password-work.js';
import { SecondFactors, type Proof } from '../second-factor/second-factors.js';
import { Sessions, type Beginning, type NewSession } from '../session/sessions.js';
import { isPrintedPasswordExpired } from '../user/printed-password.js';
import { isUsername } from '../user/user-details.js';
import { UserEntity } from '../user/user.entity.js';
import { GuardedCheck } from './guarded-check.js';
import { SignInTickets, type HalfSignedIn } from './sign-in-tickets.js';

/** What came of a step that can be the last one. */
export type SignInOutcome =
  | { readonly outcome: 'begun'; readonly user: UserEntity; readonly session: NewSession }
  | { readonly outcome: 'bad-credentials' }
  | { readonly outcome: 'password-expired' }
  | { readonly outcome: 'bad-second-factor' }
  | { readonly outcome: 'bad-activation-code' }
  | { readonly outcome: 'lapsed' }
  | { readonly outcome: 'too-many-attempts'; readonly retryAfterSeconds: number };

/** What came of the first step. */
export type LoginOutcome = SignInOutcome | { readonly outcome: 'second-factor-needed'; readonly ticket: string };

/** Signs officials in. It takes as long to refuse an unknown user as a known one: nobody learns who works here. */
@Injectable()
export class Login {
  private readonly nobodysPassword = hashPassword('nobody');

  constructor(
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
    private readonly sessions: Sessions,
    private readonly check: GuardedCheck,
    private readonly work: PasswordWork,
    private readonly factors: SecondFactors,
    private readonly tickets: SignInTickets,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The first step; the only one for who has no second factor. */
  async login(username: string, password: string, origin: Origin): Promise<LoginOutcome> {
    const found = isUsername(username) ? await this.users.findOneBy({ username }) : null;
    const trier = {
      tenant: found?.tenant ?? null,
      userId: found?.id ?? null,
      username,
      displayName: found?.displayName ?? null,
    };
    const user = found?.disabled === false ? found : null;
    const stored = user?.password ?? (await this.nobodysPassword);
    const right = { isExpired: false };
    const checked = await this.check.of('password', trier, origin, async (asking) => {
      const matches = await this.work.verify(password, stored, asking);
      if (!matches || user === null) return false;
      right.isExpired = this.isExpired(user);
      return !right.isExpired;
    });
    if (checked.outcome === 'too-many-attempts') return checked;
    if (right.isExpired) return { outcome: 'password-expired' };
    if (checked.outcome === 'wrong' || user === null) return { outcome: 'bad-credentials' };
    return this.goOn(user, user.passwordVersion, origin);
  }

  private isExpired(user: UserEntity): boolean {
    return isPrintedPasswordExpired(user, this.clock.now(), this.config.activationDays);
  }

  /**
   * What follows on a password that was right, or chosen just now, or on the word of the identity provider: the second step,
   * or the session.
   */
  async goOn(
    user: UserEntity,
    passwordVersion: number,
    origin: Origin,
    provider?: Beginning['provider'],
  ): Promise<LoginOutcome> {
    const { tenant, id: userId, username, displayName } = user;
    if (provider?.secondFactor !== true && (await this.factors.isEnrolled(tenant, userId))) {
      const ticket = await this.tickets.issue({ tenant, userId, username, displayName, passwordVersion });
      return { outcome: 'second-factor-needed', ticket };
    }
    return this.begin(user, passwordVersion, origin, provider);
  }

  /** The second step: a code of the authenticator, or a recovery code. */
  async answerSecondFactor(ticket: string, code: string, origin: Origin): Promise<SignInOutcome> {
    const half = await this.tickets.find(ticket);
    if (half === null) return { outcome: 'lapsed' };
    const proofs: Proof[] = [];
    const checked = await this.check.of('second-factor', half, origin, async () => {
      if (await this.tickets.attempt(ticket)) proofs.push(await this.factors.prove(half.tenant, half.userId, code));
      return proofs.some((each) => each !== null);
    });
    if (checked.outcome === 'too-many-attempts') return checked;
    const [proof = null] = proofs;
    if (checked.outcome === 'wrong' || proof === null) return { outcome: 'bad-second-factor' };
    await this.recordProof(half, proof, origin);
    const user = await this.users.findOneBy({ tenant: half.tenant, id: half.userId });
    if (user === null || !(await this.tickets.use(ticket))) return { outcome: 'lapsed' };
    return this.begin(user, half.passwordVersion, origin);
  }

  /** On the password that was checked: if it was changed meanwhile, it was the wrong one. */
  private async begin(
    user: UserEntity,
    passwordVersion: number,
    origin: Origin,
    provider?: Beginning['provider'],
  ): Promise<SignInOutcome> {
    const beginning = { tenant: user.tenant, userId: user.id, passwordVersion, origin };
    const session = await this.sessions.begin({ ...beginning, ...(provider && { provider }) });
    return session === null ? { outcome: 'bad-credentials' } : { outcome: 'begun', user, session };
  }

  private async recordProof(half: HalfSignedIn, proof: 'code' | 'recovery-code', { address }: Origin): Promise<void> {
    const { tenant, userId, username, displayName } = half;
    const kind = proof === 'code' ? 'second-factor-used' : 'second-factor-recovery-used';
    await this.log.record({ tenant, userId, username, displayName, address, kind, subject: null });
  }
}
