import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
// Its ES modules import graphql's .mjs files: a second copy beside the one that everybody else uses.
import complexity from 'graphql-query-complexity/cjs';
import type { GraphqlContext } from '../context.js';
import { requestError } from '../errors.js';
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '../pagination.js';
import { depthOf } from './depth.js';

const { fieldExtensionsEstimator, getComplexity, simpleEstimator } = complexity;

/** How deep fields may be nested: the admin's deepest query has 8. */
const DEPTH_MAX = 12;
/** Fields that one operation may touch, by estimate: a full page of claims with their payments costs about 5,000. */
const COST_MAX = 20_000;

/** Refuses an operation that is nested too deep or would touch too many fields, before any resolver runs. */
export const queryLimits: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request, document, operation, schema }) => {
        const depth = operation === undefined ? 0 : depthOf(operation, document);
        if (depth > DEPTH_MAX) throw tooDeep(depth);
        const cost = costOf(schema, document, request);
        if (cost > COST_MAX) throw tooCostly(cost);
        return Promise.resolve();
      },
    }),
};

function costOf(schema: GraphQLSchema, query: DocumentNode, { variables, operationName }: GraphQLRequest): number {
  try {
    return getComplexity({
      schema,
      query,
      estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
      ...(variables === undefined ? {} : { variables }),
      ...(operationName === undefined ? {} : { operationName }),
    });
  } catch (error) {
    // Variables that do not fit: the execution finds that too, and says it in its own way before anything is resolved.
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

function tooDeep(depth: number): GraphQLError {
  return requestError('QUERY_TOO_LARGE', {
    zh: `查询嵌套了 ${depth} 层，最多 ${DEPTH_MAX} 层，请分几次查询。`,
    en: `The query nests ${depth} levels; at most ${DEPTH_MAX} are served. Ask in several queries.`,
  });
}

function tooCostly(cost: number): GraphQLError {
  return requestError('QUERY_TOO_LARGE', {
    zh: `查询的估算开销为 ${cost}，上限为 ${COST_MAX}，请减少字段或每页条数。`,
    en: `The query's estimated cost is ${cost}; at most ${COST_MAX} is served. Ask for fewer fields or smaller pages.`,
  });
}

interface PagedField {
  readonly args: { readonly first?: unknown; readonly last?: unknown };
  readonly childComplexity: number;
}

/** Cost of a paged field: what it costs for one node, times the size of the page. */
export function pageCost({ args: { first, last }, childComplexity }: PagedField): number {
  const asked = first ?? last;
  const size = typeof asked === 'number' ? Math.min(Math.max(asked, 1), PAGE_SIZE_MAX) : PAGE_SIZE_DEFAULT;
  return 1 + size * childComplexity;
}
