import type { CreateResult, DataProvider, GetListParams, GetListResult, GetOneResult, RaRecord } from 'react-admin';
import { CursorBook, type ListKey } from './cursors.js';
import { ApiError } from './errors.js';
import { fetchPage, type PageRequest } from './pages.js';
import type { Connection } from './shapes.js';

/** What a list is asked for, besides which part of it. */
export interface ListCriteria {
  /** As it stands in the address bar: to be parsed before use. */
  filter: unknown;
  sort: { field: string; order: 'ASC' | 'DESC' } | null;
}

/** How one resource is read and written. What a resource cannot do it leaves out. */
export interface ResourceSource {
  page?: (criteria: ListCriteria, request: PageRequest, signal?: AbortSignal) => Promise<Connection<RaRecord>>;
  one?: (id: string, signal?: AbortSignal) => Promise<RaRecord>;
  /** @throws RefusedError when the API refuses */
  create?: (data: unknown) => Promise<RaRecord>;
  /** @throws RefusedError when the API refuses */
  update?: (id: string, data: unknown) => Promise<RaRecord>;
}

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

/** Serves react-admin's lists and forms from the API's cursor connections. */
export function createDataProvider(sources: Record<string, ResourceSource>): DataProvider {
  const book = new CursorBook();

  const getOne = async (resource: string, id: unknown, signal?: AbortSignal): Promise<GetOneResult> => {
    const read = capability(sources, resource, 'one');
    return { data: await read(String(id), signal) };
  };

  return {
    supportAbortSignal: true,
    getList: (resource, params) => getList(book, capability(sources, resource, 'page'), resource, params),
    getOne: (resource, params) => getOne(resource, params.id, params.signal),
    getMany: async (resource, params) => {
      const found = await Promise.all(params.ids.map((id) => getOne(resource, id, params.signal)));
      return { data: found.map((one) => one.data) };
    },
    create: async (resource, params): Promise<CreateResult> => {
      const write = capability(sources, resource, 'create');
      return { data: await write(params.data) };
    },
    update: async (resource, params): Promise<GetOneResult> => {
      const write = capability(sources, resource, 'update');
      return { data: await write(String(params.id), params.data) };
    },
    getManyReference: (resource) => unsupported(resource, 'getManyReference'),
    updateMany: (resource) => unsupported(resource, 'updateMany'),
    delete: (resource) => unsupported(resource, 'delete'),
    deleteMany: (resource) => unsupported(resource, 'deleteMany'),
  };
}

async function getList(
  book: CursorBook,
  read: NonNullable<ResourceSource['page']>,
  resource: string,
  params: GetListParams,
): Promise<GetListResult> {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const criteria: ListCriteria = { filter: params.filter, sort: params.sort ?? null };
  const list: ListKey = { resource, ...criteria, perPage };
  const found = (await fetchPage(book, list, page, (request) => read(criteria, request, params.signal))) ?? nothing;
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

function capability<Name extends keyof ResourceSource>(
  sources: Record<string, ResourceSource>,
  resource: string,
  name: Name,
): NonNullable<ResourceSource[Name]> {
  const found = sources[resource]?.[name];
  if (!found) throw new ApiError('SERVER', `${resource} has no "${name}".`);
  return found;
}

function unsupported(resource: string, method: string): Promise<never> {
  return Promise.reject(new ApiError('SERVER', `${resource} has no "${method}": records change by commands.`));
}
