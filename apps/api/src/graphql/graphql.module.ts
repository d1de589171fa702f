import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { newContext } from './context.js';
import { queryLimits } from './limits/query-limits.js';
import { parseNestedArguments } from './values/parse-nested-arguments.js';

/** Tokens of one query; the admin's largest has about 600. */
const TOKENS_MAX = 4_000;

const logger = new Logger('GraphQL');

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
  transformSchema: parseNestedArguments,
  plugins: [queryLimits],
  context: (request: FastifyRequest, reply: FastifyReply) => newContext(request, reply),
  formatError,
});

/** An error with a code of ours is for the client; any other is for the log, and the client learns only that. */
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof GraphQLError) return formatted;
  logger.error(cause);
  return {
    message: 'Something went wrong here. Try again; if it stays, tell your administrator the time.',
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: {
      code: 'INTERNAL_SERVER_ERROR',
      says: {
        zh: '系统出现异常，请稍后重试；若仍不行，请将时间告知管理员。',
        en: 'Something went wrong here. Try again; if it stays, tell your administrator the time.',
      },
    },
  };
}
