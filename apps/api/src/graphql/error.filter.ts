import { Catch, ServiceUnavailableException, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import { Outage } from '../database/outage.js';
import { failureOf } from './failure-of.js';

/**
 * Hands errors of resolvers on as they are: some are answers to the client, and of the others `QueryLimits` writes a line
 * with the number of the request. Nest would write each into the log a second time, without it.
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
    const isOfDatabase = this.outage.covers(error);
    super.catch(isOfDatabase ? new ServiceUnavailableException(failureOf(error).message) : error, host);
    return undefined;
  }
}
