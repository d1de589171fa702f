import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { inListOrder, keysetQuery, type KeysetOrder, type KeysetTemplate } from '../../database/keyset.js';
import { sqlFile } from '../../database/sql-file.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { counted, pageRequest, type Page, type PageArgs, type PageRequest } from '../../graphql/pagination.js';
import type { ClaimRow } from '../read-model/claim-row.js';
import { ClaimCounts } from './claim-counts.js';

const TEMPLATE: KeysetTemplate = { sql: sqlFile(import.meta.url, 'claims-of-enterprises.sql'), cursorParameter: 3 };
const NEWEST_FIRST: KeysetOrder = {
  list: 'claims',
  name: 'SUBMITTED_ON DESC',
  key: [
    { sql: 'c.submitted_on', type: 'date' },
    { sql: 'c.id', type: 'text' },
  ],
  descending: true,
};

type Found = {
  readonly of_enterprise: string;
  readonly standing_position: string;
  readonly standing_complete: boolean;
} & (ClaimRow | { readonly id: null });
type OfEnterprise = Omit<Page<ClaimRow>, 'count'>;

/** The claims of an enterprise, newest first: of all enterprises of a list in one statement. */
@Injectable()
export class ClaimsOfEnterprises {
  private readonly loaders = new WeakMap<object, Map<string, DataLoader<string, OfEnterprise>>>();

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly counts: ClaimCounts,
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
    const sql = keysetQuery(TEMPLATE, NEWEST_FIRST, request);
    const { rows } = await this.pool.query<Found>(sql, [tenant, usccs, request.cursor]);
    const [any] = rows;
    const standing = { position: BigInt(any?.standing_position ?? 0), isComplete: any?.standing_complete ?? true };
    const claims = new Map<string, ClaimRow[]>(usccs.map((uscc) => [uscc, []]));
    for (const row of rows) if (row.id !== null) claims.get(row.of_enterprise)?.push(row);
    return usccs.map((uscc) => ({
      request,
      found: inListOrder(claims.get(uscc) ?? [], request),
      keyOf: (row) => [row.submitted_on, row.id],
      ...standing,
    }));
  }
}
