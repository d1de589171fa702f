import { Catch, ServiceUnavailableException, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { Outage } from '../database/outage.js';
import { failureOf } from './failure-of.js';
import { bodyRefusal } from './limits/bad-request.js';
import { sendRefusal } from './limits/gate.js';
import { statusOf } from './rest-status.js';

/**
 * Hands errors of resolvers on as they are: some are answers to the client, and of the others `QueryLimits` writes a line
 * with the number of the request. Nest would write each into the log a second time, without it. A body that cannot be
 * read is refused as GraphQL refuses; a client that goes away is no error of this process.
 */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  constructor(
    { httpAdapter }: HttpAdapterHost,
    private readonly outage: Outage,
  ) {
    super(httpAdapter);
  }

  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') return error;
    const http = host.switchToHttp();
    const { id, log } = http.getRequest<FastifyRequest>();
    if (isOfGoneClient(error)) {
      log.info('The client went away before it had its answer.');
      return undefined;
    }
    const unread = bodyRefusal(error);
    if (unread !== null) {
      void sendRefusal(http.getResponse<FastifyReply>(), unread.error, id, unread.status);
      return undefined;
    }
    if (error instanceof GraphQLError) {
      void sendRefusal(http.getResponse<FastifyReply>(), error, id, statusOf(error));
      return undefined;
    }
    const isOfDatabase = this.outage.covers(error);
    super.catch(isOfDatabase ? new ServiceUnavailableException(failureOf(error).message) : error, host);
    return undefined;
  }
}

/** While its answer was sent, or its own body came. */
function isOfGoneClient(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  const isAborted = 'message' in error && error.message === 'aborted';
  return error.code === 'ERR_STREAM_PREMATURE_CLOSE' || (error.code === 'ECONNRESET' && isAborted);
}
