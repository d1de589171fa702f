import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { oneAttempt } from '../identity/login/one-attempt.js';
import { newContext } from './context.js';
import { failureOf } from './failure-of.js';
import { metered } from './limits/answer-meter.js';
import { TOKENS_MAX, VALIDATION_ERRORS_MAX } from './limits/limits.js';
import { withRootDescriptions } from './root-descriptions.js';
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
  // A query that was left here under its hash would be run with variables for which its cost was never reckoned.
  persistedQueries: false,
  includeStacktraceInErrorResponses: false,
  // Each names what may have been meant, for which all names of the schema are compared.
  validationOptions: { maxErrors: VALIDATION_ERRORS_MAX },
  parseOptions: { maxLexicalTokens: TOKENS_MAX },
  plugins: [oneAttempt],
  // A request that cannot be served says so in its status too: proxies and clients look no further.
  preserveHttpStatusForExecutionErrors: false,
  transformSchema: (schema) => metered(parseNestedArguments(withRootDescriptions(schema))),
  context: (request: FastifyRequest, reply: FastifyReply) => newContext(request, reply),
  formatError,
});

/** An error with a code of ours is for the client; of any other the client learns only that there was one. */
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof GraphQLError) return formatted;
  const path = formatted.path === undefined ? {} : { path: formatted.path };
  const { message, extensions } = failureOf(cause);
  return { message, ...path, extensions };
}
