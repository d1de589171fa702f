import { Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../graphql/context.js';
import { Cookies } from '../cookies.js';
import { Public } from '../require-permission.js';
import { Sessions } from '../session/sessions.js';

@Resolver()
export class LogoutResolver {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
  ) {}

  @Mutation(() => Boolean, { description: 'Ends the session. True also when there was none.' })
  @Public()
  async logout(@Context() context: GraphqlContext): Promise<boolean> {
    const session = await context.session;
    if (session !== null) await this.sessions.end(session, session.id, 'signed-out', context.request.ip);
    this.cookies.clearSession(context.reply);
    return true;
  }
}
