import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { userOf, type GraphqlContext, type Sender } from '../graphql/context.js';
import { unauthenticated } from '../graphql/errors.js';
import { plainSessionOf } from './plain-session.js';

/** The official who sent the request. */
export type CurrentUser = Sender;

/** Injects the official into a resolver: `@CurrentUser() user: CurrentUser`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): CurrentUser => {
  if (context.getType<GqlContextType>() === 'graphql') {
    return userOf(GqlExecutionContext.create(context).getContext<GraphqlContext>());
  }
  const session = plainSessionOf(context.switchToHttp().getRequest());
  if (session === null) throw unauthenticated();
  return session.user;
});
