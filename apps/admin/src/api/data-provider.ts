import type { DataProvider, GetListParams, GetListResult, RaRecord } from 'react-admin';
import { z } from 'zod';
import type { AsOf } from '../as-of/as-of.js';
import { CursorBook, type ListKey } from './cursors.js';
import type { GraphQlClient } from './client.js';
import { ApiError } from './errors.js';
import { type PageRequest, fetchPage } from './pages.js';
import type { Connection } from './connection.js';

/** What a list is asked for, besides which part of it. */
export interface ListCriteria {
  /** As it stands in the address bar: to be parsed before use. */
  filter: unknown;
  sort: { field: string; order: 'ASC' | 'DESC' } | null;
  /** The state of the past that is asked for; null = the present. */
  asOf: AsOf | null;
}

/** Reads a part of one resource's list. */
export type ListSource = (
  criteria: ListCriteria,
  request: PageRequest,
  signal?: AbortSignal,
) => Promise<Connection<RaRecord>>;

/** What a list's answer says beside its records. */
export interface ListMeta {
  total: number;
  totalIsExact: boolean;
  /** The position of the log at which the page was read. */
  position: string;
}

/** What a list's page says of the past, if it is shown. */
const listMeta = z.object({
  asOf: z.union([z.object({ position: z.string() }), z.object({ moment: z.string() })]),
});

const nothing: Connection<RaRecord> = {
  nodes: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: 0,
  totalIsExact: true,
  position: '0',
};

/**
 * Serves react-admin's lists from the API's cursor connections. It serves nothing else: single records are asked for
 * by typed documents, and change by commands (see use-document.ts and use-command.ts).
 *
 * Pages are read as one state, as their cursors are; after a command of the user's own they are read anew.
 */
export function createDataProvider(client: GraphQlClient, sources: Record<string, ListSource>): DataProvider {
  const book = new CursorBook();
  return {
    supportAbortSignal: true,
    getList: (resource, params) => {
      const source = sources[resource];
      return source
        ? getList(book, source, { resource, commandsSent: client.commandsSent }, params)
        : unsupported(resource, 'getList');
    },
    getOne: (resource) => unsupported(resource, 'getOne'),
    getMany: (resource) => unsupported(resource, 'getMany'),
    getManyReference: (resource) => unsupported(resource, 'getManyReference'),
    create: (resource) => unsupported(resource, 'create'),
    update: (resource) => unsupported(resource, 'update'),
    updateMany: (resource) => unsupported(resource, 'updateMany'),
    delete: (resource) => unsupported(resource, 'delete'),
    deleteMany: (resource) => unsupported(resource, 'deleteMany'),
  };
}

async function getList(
  book: CursorBook,
  source: ListSource,
  state: Pick<ListKey, 'resource' | 'commandsSent'>,
  params: GetListParams,
): Promise<GetListResult> {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const asOf = listMeta.safeParse(params.meta).data?.asOf ?? null;
  const criteria: ListCriteria = { filter: params.filter, sort: params.sort ?? null, asOf };
  const list: ListKey = { ...state, ...criteria, perPage };
  const found = (await fetchPage(book, list, page, (request) => source(criteria, request, params.signal))) ?? nothing;
  const meta: ListMeta = {
    total: found.totalCount,
    totalIsExact: found.totalIsExact,
    position: found.position,
  };
  return {
    data: found.nodes,
    pageInfo: { hasNextPage: found.pageInfo.hasNextPage, hasPreviousPage: page > 1 },
    meta,
  };
}

function unsupported(resource: string, method: string): Promise<never> {
  return Promise.reject(new ApiError('SERVER', `The data provider has no "${method}" for ${resource}.`));
}
