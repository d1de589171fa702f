import { Context, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../graphql/context.js';
import { Public } from '../require-permission.js';
import { clearSessionCookie } from '../session/session-token.js';
import { Sessions } from '../session/sessions.js';

@Resolver()
export class LogoutResolver {
  constructor(private readonly sessions: Sessions) {}

  @Mutation(() => Boolean, { description: 'Ends the session. True also when there was none.' })
  @Public()
  async logout(@Context() context: GraphqlContext): Promise<boolean> {
    const session = await context.session;
    if (session !== null) await this.sessions.end(session);
    clearSessionCookie(context.reply);
    return true;
  }
}
