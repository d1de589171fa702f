import type { DataProvider, GetListParams, GetListResult, RaRecord } from 'react-admin';
import { CursorBook, type ListKey } from './cursors.js';
import { ApiError } from './errors.js';
import { type PageRequest, fetchPage } from './pages.js';
import type { Connection } from './shapes.js';

/** What a list is asked for, besides which part of it. */
export interface ListCriteria {
  /** As it stands in the address bar: to be parsed before use. */
  filter: unknown;
  sort: { field: string; order: 'ASC' | 'DESC' } | null;
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
 */
export function createDataProvider(sources: Record<string, ListSource>): DataProvider {
  const book = new CursorBook();
  return {
    supportAbortSignal: true,
    getList: (resource, params) => {
      const source = sources[resource];
      return source ? getList(book, source, resource, params) : unsupported(resource, 'getList');
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
  resource: string,
  params: GetListParams,
): Promise<GetListResult> {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const criteria: ListCriteria = { filter: params.filter, sort: params.sort ?? null };
  const list: ListKey = { resource, ...criteria, perPage };
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
