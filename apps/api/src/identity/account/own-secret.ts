import { Injectable } from '@nestjs/common';
import { sessionOf, type GraphqlContext, type RequestSession } from '../../graphql/context.js';
import { SecurityLog } from '../../security-log/security-log.js';
import type { SecurityEventKind } from '../../security-log/security-event-kind.js';
import { GuardedCheck, type Checked } from '../login/guarded-check.js';
import { badCredentials, badSecondFactor, tooManyAttempts } from '../login/login-refusals.js';
import type { BadCredentials, TooManyAttempts } from '../login/login-result.js';
import { LoginAnswer } from '../login/login-answer.js';
import { PasswordWork } from '../password/password-work.js';
import { Passwords, type CurrentPassword } from '../password/passwords.js';
import { SecondFactors } from '../second-factor/second-factors.js';

/** Whether the sender has proved himself, and on which password; or the answer that he gets instead. */
export type OwnProof =
  | { readonly ok: true; readonly session: RequestSession; readonly password: CurrentPassword }
  | { readonly ok: false; readonly answer: BadCredentials | TooManyAttempts };

/**
 * Who changes his own secrets proves himself once more: an open session at a desk that was left is not enough, and is no
 * way round the throttling either.
 */
@Injectable()
export class OwnSecret {
  constructor(
    private readonly check: GuardedCheck,
    private readonly passwords: Passwords,
    private readonly work: PasswordWork,
    private readonly factors: SecondFactors,
    private readonly answer: LoginAnswer,
    private readonly log: SecurityLog,
  ) {}

  /** @param code of the second factor; needed when there is one, and null when it is not asked. */
  async prove(
    context: GraphqlContext,
    stated: { readonly password: string; readonly code: string | null },
  ): Promise<OwnProof> {
    const session = await sessionOf(context);
    const { tenant, id } = session.user;
    const password = await this.passwords.current(tenant, id);
    const checked = await this.checked('password', context, session, async () => {
      return password !== null && (await this.work.verify(stated.password, password.hash, 'known'));
    });
    if (checked.outcome !== 'right' || password === null) return { ok: false, answer: refused(checked, 'password') };
    const { code } = stated;
    if (code === null) return { ok: true, session, password };
    if (!(await this.factors.isEnrolled(tenant, id))) return { ok: true, session, password };
    const second = await this.checked('second-factor', context, session, async () => {
      return (await this.factors.prove(tenant, id, code)) !== null;
    });
    return second.outcome === 'right'
      ? { ok: true, session, password }
      : { ok: false, answer: refused(second, 'second-factor') };
  }

  /** Puts on record what was done with it. */
  async record({ request }: GraphqlContext, { user }: RequestSession, kind: SecurityEventKind): Promise<void> {
    const { tenant, id: userId, username, displayName } = user;
    await this.log.record({ tenant, userId, username, displayName, address: request.ip, kind, subject: null });
  }

  private checked(
    step: 'password' | 'second-factor',
    context: GraphqlContext,
    { user }: RequestSession,
    judge: () => Promise<boolean>,
  ): Promise<Checked> {
    const { tenant, id: userId, username, displayName } = user;
    return this.check.of(step, { tenant, userId, username, displayName }, this.answer.originOf(context), judge);
  }
}

function refused(checked: Checked, step: 'password' | 'second-factor'): BadCredentials | TooManyAttempts {
  if (checked.outcome === 'too-many-attempts') return tooManyAttempts(checked.retryAfterSeconds);
  return step === 'password' ? badCredentials('currentPassword') : badSecondFactor();
}
