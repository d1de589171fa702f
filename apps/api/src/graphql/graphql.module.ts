import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { databaseFailure } from '../database/database-failure.js';
import { oneAttempt } from '../identity/login/one-attempt.js';
import { newContext } from './context.js';
import { queryTimeout, requestError, serviceUnavailable, tablesNotBuilt } from './errors.js';
import { metered } from './limits/answer-meter.js';
import { TOKENS_MAX } from './limits/limits.js';
import { parseNestedArguments } from './values/parse-nested-arguments.js';

/** Code first: the schema is what the resolvers and types say, and stands in `schema.graphql` for others to read. */
export const graphqlModule = GraphQLModule.forRoot<ApolloDriverConfig>({
  driver: ApolloDriver,
  autoSchemaFile: true,
  sortSchema: true,
  path: '/graphql',
  graphiql: false,
  introspection: true,
  csrfPrevention: true,
  cache: 'bounded',
  allowBatchedHttpRequests: false,
  includeStacktraceInErrorResponses: false,
  parseOptions: { maxLexicalTokens: TOKENS_MAX },
  plugins: [oneAttempt],
  // A request that cannot be served says so in its status too: proxies and clients look no further.
  preserveHttpStatusForExecutionErrors: false,
  transformSchema: (schema) => metered(parseNestedArguments(schema)),
  context: (request: FastifyRequest, reply: FastifyReply) => newContext(request, reply),
  formatError,
});

/** An error with a code of ours is for the client; of any other the client learns only that there was one. */
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof GraphQLError) return formatted;
  const path = formatted.path === undefined ? {} : { path: formatted.path };
  const { message, extensions } = known(cause) ?? SOMETHING_WRONG;
  return { message, ...path, extensions };
}

function known(cause: unknown): GraphQLError | null {
  switch (databaseFailure(cause)) {
    case 'timeout':
      return queryTimeout();
    case 'unavailable':
      return serviceUnavailable();
    case 'not built':
      return tablesNotBuilt();
    case null:
      return null;
  }
}

const SOMETHING_WRONG = requestError('INTERNAL_SERVER_ERROR', {
  zh: '系统出现异常，请稍后重试；若仍不行，请将时间和 requestId 告知管理员。',
  en: 'Something went wrong here. Try again; if it stays, tell your administrator the time and the requestId.',
});
