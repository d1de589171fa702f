import { Injectable } from '@nestjs/common';
import { Divisions } from '../../division/divisions.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { Cookies } from '../cookies.js';
import { KnownDevices } from '../device/known-devices.js';
import { originOf, type Origin } from '../origin.js';
import { toUser } from '../user/to-user.js';
import {
  badActivationCode,
  badCredentials,
  badSecondFactor,
  passwordExpired,
  signInLapsed,
  tooManyAttempts,
} from './login-refusals.js';
import { SecondFactorNeeded, Session, type BadCredentials, type TooManyAttempts } from './login-result.js';
import type { LoginOutcome, SignInOutcome } from './login.js';

type Answer = Session | BadCredentials | TooManyAttempts;

/** Answers a sign-in, and hands the browser what it keeps. */
@Injectable()
export class LoginAnswer {
  constructor(
    private readonly cookies: Cookies,
    private readonly devices: KnownDevices,
    private readonly divisions: Divisions,
  ) {}

  originOf({ request }: GraphqlContext): Origin {
    return originOf(request, this.cookies.deviceOf(request));
  }

  to(outcome: SignInOutcome, context: GraphqlContext): Promise<Answer>;
  to(outcome: LoginOutcome, context: GraphqlContext): Promise<Answer | SecondFactorNeeded>;
  async to(outcome: LoginOutcome, { request, reply }: GraphqlContext): Promise<Answer | SecondFactorNeeded> {
    switch (outcome.outcome) {
      case 'begun': {
        const { user, session } = outcome;
        const device = await this.devices.remember(user.tenant, user.id, this.cookies.deviceOf(request));
        this.cookies.setSession(reply, session.token, session.expiresAt);
        this.cookies.setDevice(reply, device);
        return Object.assign(new Session(), { user: toUser(user, this.divisions), token: session.token });
      }
      case 'second-factor-needed':
        return Object.assign(new SecondFactorNeeded(), { ticket: outcome.ticket });
      case 'bad-credentials':
        return badCredentials();
      case 'password-expired':
        return passwordExpired();
      case 'bad-second-factor':
        return badSecondFactor();
      case 'bad-activation-code':
        return badActivationCode();
      case 'lapsed':
        return signInLapsed();
      case 'too-many-attempts':
        return tooManyAttempts(outcome.retryAfterSeconds);
    }
  }
}
