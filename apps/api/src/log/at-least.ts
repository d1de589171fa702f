import { parsePosition } from '@duixian/casework';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import type { GraphqlContext } from '../graphql/context.js';
import { badInput, tablesBehind } from '../graphql/errors.js';
import { TablesWait } from './tables-wait.js';

const bodySchema = z.object({ extensions: z.object({ atLeast: z.string() }) });

/**
 * Lets people read their own writes. A request may name the position of its sender's last mutation, in its `extensions`:
 * then all that it reads waits for it, for a bounded time, and the answer says when it shows an older state all the same.
 * A list that is asked for with an argument `atLeast` is refused instead.
 */
@Injectable()
export class AtLeast implements NestInterceptor {
  constructor(private readonly tables: TablesWait) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType<GqlContextType>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const request = graphql.getContext<GraphqlContext>();
    const { parentType } = graphql.getInfo<GraphQLResolveInfo>();
    if (parentType.name !== 'Query' || request.user === null) return next.handle();
    const wished = wishOf(request.request.body);
    if (wished !== null) await this.tables.until(request, wished);
    const { atLeast } = graphql.getArgs<{ atLeast?: string | null }>();
    if (atLeast != null && !(await this.tables.holds(request.user.tenant, BigInt(atLeast))))
      throw tablesBehind(atLeast);
    return next.handle();
  }
}

/** @throws GraphQLError `BAD_USER_INPUT` when it is no position. */
function wishOf(body: unknown): bigint | null {
  const stated = bodySchema.safeParse(body);
  if (!stated.success) return null;
  const position = parsePosition(stated.data.extensions.atLeast);
  if (!position.ok) throw badInput('extensions.atLeast', position.problem);
  return BigInt(position.value);
}
