import { parsePosition } from '@duixian/casework';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import type { GraphqlContext } from '../graphql/context.js';
import { badInput, tablesBehind } from '../graphql/errors.js';
import { TablesWait } from './tables-wait.js';

const placeSchema = z.object({ extensions: z.unknown() });
const extensionsSchema = z.object({ atLeast: z.unknown() });

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
    const wished = wishOf(extensionsOf(request.request));
    if (wished !== null) await this.tables.until(request, wished);
    const { atLeast } = graphql.getArgs<{ atLeast?: string | null }>();
    if (atLeast != null && !(await this.tables.holds(request.user.tenant, BigInt(atLeast))))
      throw tablesBehind(atLeast);
    return next.handle();
  }
}

/** The `extensions` of a request, as GraphQL over HTTP puts them: in the body, or as JSON in the address of a GET. */
function extensionsOf({ body, query }: Pick<FastifyRequest, 'body' | 'query'>): unknown {
  const stated = placeSchema.safeParse(body ?? query);
  if (!stated.success) return null;
  const { extensions } = stated.data;
  if (typeof extensions !== 'string') return extensions;
  try {
    return JSON.parse(extensions);
  } catch {
    throw badInput('extensions', NO_JSON);
  }
}

/** @throws GraphQLError `BAD_USER_INPUT` when it is no position. */
function wishOf(extensions: unknown): bigint | null {
  const stated = extensionsSchema.safeParse(extensions);
  if (!stated.success || stated.data.atLeast === undefined) return null;
  const { atLeast } = stated.data;
  const position = parsePosition(typeof atLeast === 'string' ? atLeast : '');
  if (!position.ok) throw badInput('extensions.atLeast', position.problem);
  return BigInt(position.value);
}

const NO_JSON = { zh: 'extensions 应为 JSON。', en: 'The extensions have to be JSON.' };
