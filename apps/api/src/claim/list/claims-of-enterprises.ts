import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { inListOrder, keysetQuery, type KeysetOrder, type KeysetTemplate } from '../../database/keyset.js';
import { sqlFile } from '../../database/sql-file.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { counted, pageRequest, type Page, type PageArgs, type PageRequest } from '../../graphql/pagination.js';
import { Positions } from '../../log/positions.js';
import type { ClaimRow } from '../read-model/claim-row.js';
import { ClaimCounts } from './claim-counts.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'claims-of-enterprises.sql')],
  table: null,
  alias: 'c',
};
const NEWEST_FIRST: KeysetOrder = {
  list: 'claims',
  name: 'SUBMITTED_ON DESC',
  key: [
    { sql: 'c.submitted_on', type: 'date' },
    { sql: 'c.id', type: 'text' },
  ],
  descending: true,
};

type Found = ClaimRow & { readonly of_enterprise: string };
type OfEnterprise = Omit<Page<ClaimRow>, 'count'>;

/** The claims of an enterprise, newest first: of all enterprises of a list in one statement. */
@Injectable()
export class ClaimsOfEnterprises {
  private readonly loaders = new WeakMap<object, Map<string, DataLoader<string, OfEnterprise>>>();

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly counts: ClaimCounts,
    private readonly positions: Positions,
  ) {}

  /** @throws GraphQLError `BAD_USER_INPUT` */
  async page(context: GraphqlContext, uscc: string, args: PageArgs): Promise<Page<ClaimRow>> {
    const page = await this.loaderOf(context, pageRequest(args, NEWEST_FIRST)).load(uscc);
    return { ...page, count: async () => counted((await this.counts.load(context, uscc)) ?? 0) };
  }

  /** Those who ask for the same page of different enterprises are served together. */
  private loaderOf(context: GraphqlContext, request: PageRequest): DataLoader<string, OfEnterprise> {
    const loaders = this.loaders.get(context.loads) ?? new Map<string, DataLoader<string, OfEnterprise>>();
    this.loaders.set(context.loads, loaders);
    const { size, backward, cursor } = request;
    const key = JSON.stringify([size, backward, cursor]);
    const { tenant } = userOf(context);
    const loader = loaders.get(key) ?? new DataLoader((usccs) => this.pagesOf(tenant, usccs, request));
    loaders.set(key, loader);
    return loader;
  }

  private async pagesOf(tenant: string, usccs: readonly string[], request: PageRequest): Promise<OfEnterprise[]> {
    const at = await this.positions.of(tenant);
    const question = { template: TEMPLATE, values: [tenant, usccs, at.position.toString()], at: null };
    const { text, values } = keysetQuery(question, NEWEST_FIRST, request);
    const { rows } = await this.pool.query<Found>(text, [...values]);
    const claims = new Map<string, ClaimRow[]>(usccs.map((uscc) => [uscc, []]));
    for (const row of rows) claims.get(row.of_enterprise)?.push(row);
    return usccs.map((uscc) => ({
      request,
      found: inListOrder(claims.get(uscc) ?? [], request),
      keyOf: (row) => [row.submitted_on, row.id],
      at,
    }));
  }
}
