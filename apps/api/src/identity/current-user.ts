import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { userOf, type GraphqlContext, type Sender } from '../graphql/context.js';

/** The official who sent the request. */
export type CurrentUser = Sender;

/** Injects the official into a resolver: `@CurrentUser() user: CurrentUser`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): CurrentUser =>
  userOf(GqlExecutionContext.create(context).getContext<GraphqlContext>()),
);
