import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Divisions } from '../../division/divisions.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { RefusalCode } from '../../graphql/refusal/refusal-code.js';
import { Public } from '../require-permission.js';
import { setSessionCookie } from '../session/session-token.js';
import { toUser } from '../user/to-user.js';
import { BadCredentials, LoginResult, Session, TooManyAttempts } from './login-result.js';
import { Login } from './login.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';

@Resolver()
export class LoginResolver {
  constructor(
    private readonly sessions: Login,
    private readonly divisions: Divisions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Mutation(() => LoginResult)
  @Public()
  @ArgumentKinds({ username: 'loginName', password: 'password' })
  async login(
    @Args('username') username: string,
    @Args('password') password: string,
    @Context() { request, reply }: GraphqlContext,
  ): Promise<typeof LoginResult> {
    const result = await this.sessions.login(username, password, request.ip);
    switch (result.outcome) {
      case 'begun': {
        const { token, expiresAt } = result.session;
        setSessionCookie(reply, token, expiresAt, this.config.secureCookie);
        return Object.assign(new Session(), { user: toUser(result.user, this.divisions), token });
      }
      case 'bad-credentials':
        return Object.assign(new BadCredentials(), {
          code: RefusalCode.BAD_CREDENTIALS,
          field: 'password',
          message: { zh: '用户名或密码不正确，请重新输入。', en: 'Username or password is wrong: enter them again.' },
        });
      case 'too-many-attempts':
        return Object.assign(new TooManyAttempts(), {
          code: RefusalCode.TOO_MANY_ATTEMPTS,
          field: null,
          message: { zh: '尝试次数过多，请 15 分钟后再试。', en: 'Too many attempts: try again in 15 minutes.' },
        });
    }
  }
}
