import type { ApolloServerPlugin } from '@apollo/server';
// Its ES modules import graphql's .mjs files: a second copy beside the one that everybody else uses.
import complexity from 'graphql-query-complexity/cjs';
import type { GraphqlContext } from '../context.js';
import { requestError } from '../errors.js';
import { PAGE_SIZE_MAX } from '../pagination.js';

const { fieldExtensionsEstimator, getComplexity, simpleEstimator } = complexity;

/** Fields that one operation may touch, by estimate: a full page of claims with their payments costs about 5,000. */
export const COST_MAX = 20_000;

/** Refuses an operation that would touch more than {@link COST_MAX} fields, before any resolver runs. */
export const costLimit: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request, document, schema }) => {
        const cost = getComplexity({
          schema,
          query: document,
          estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
          ...(request.variables === undefined ? {} : { variables: request.variables }),
          ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
        });
        if (cost > COST_MAX) throw tooCostly(cost);
        return Promise.resolve();
      },
    }),
};

function tooCostly(cost: number): Error {
  return requestError('QUERY_TOO_LARGE', {
    zh: `查询的估算开销为 ${cost}，上限为 ${COST_MAX}，请减少字段或每页条数。`,
    en: `The query's estimated cost is ${cost}; at most ${COST_MAX} is served. Ask for fewer fields or smaller pages.`,
  });
}

/** Cost of a paged field: what it costs for one node, times the size of the page. */
export function pageCost({
  args,
  childComplexity,
}: {
  args: Record<string, unknown>;
  childComplexity: number;
}): number {
  const asked = args['first'] ?? args['last'];
  const size = typeof asked === 'number' ? Math.min(Math.max(asked, 1), PAGE_SIZE_MAX) : 25;
  return 1 + size * childComplexity;
}
