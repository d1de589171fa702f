import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../graphql/context.js';
import { Public } from '../require-permission.js';
import { LoginAnswer } from './login-answer.js';
import { AnswerSecondFactorResult, LoginResult } from './login-result.js';
import { Login } from './login.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { acrossCities } from '../../request/request-scope.js';

@Resolver()
export class LoginResolver {
  constructor(
    private readonly signIn: Login,
    private readonly answer: LoginAnswer,
  ) {}

  @Mutation(() => LoginResult, { description: 'Signs in. One attempt a request.' })
  @Public()
  @ArgumentKinds({ username: 'loginName', password: 'password' })
  async login(
    @Args('username', { description: 'As an administrator named the account.' }) username: string,
    @Args('password', { description: 'The password of the account.' }) password: string,
    @Context() context: GraphqlContext,
  ): Promise<typeof LoginResult> {
    const origin = this.answer.originOf(context);
    return acrossCities(async () => this.answer.to(await this.signIn.login(username, password, origin), context));
  }

  @Mutation(() => AnswerSecondFactorResult, { description: 'The second step of a sign-in. One attempt a request.' })
  @Public()
  @ArgumentKinds({ ticket: 'reference', code: 'line' })
  async answerSecondFactor(
    @Args('ticket', { description: 'As the first step gave it.' }) ticket: string,
    @Args('code', { description: 'Of the authenticator, or a recovery code.' }) code: string,
    @Context() context: GraphqlContext,
  ): Promise<typeof AnswerSecondFactorResult> {
    const origin = this.answer.originOf(context);
    return acrossCities(async () =>
      this.answer.to(await this.signIn.answerSecondFactor(ticket, code, origin), context),
    );
  }
}
