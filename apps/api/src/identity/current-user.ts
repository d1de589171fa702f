import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import type { Role } from './permission.js';

/** The official who sent the request. His tenant is part of every key and query. */
export interface CurrentUser {
  readonly id: string;
  readonly tenant: string;
  readonly username: string;
  readonly displayName: string;
  /** GB/T 2260 code of his office. */
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
}

/** Injects the official into a resolver: `@CurrentUser() user: CurrentUser`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): CurrentUser =>
  userOf(GqlExecutionContext.create(context).getContext<GraphqlContext>()),
);
