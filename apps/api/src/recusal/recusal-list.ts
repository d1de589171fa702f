import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import type { KeysetOrder, KeysetTemplate } from '../database/keyset.js';
import { readPage } from '../database/read-page.js';
import { sqlFile } from '../database/sql-file.js';
import { pageRequest, type Page, type PageArgs } from '../graphql/pagination.js';
import type { CurrentUser } from '../identity/current-user.js';
import { isPermitted } from '../identity/permission.js';
import { Positions } from '../log/positions.js';
import type { RecusalRow } from './read-model/recusal-table.js';
import type { RecusalFilter } from './recusal.type.js';
import { Subordinates } from './subordinates.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'recusals.sql')],
  table: 'recusal',
  alias: 'd',
};
const NEWEST_FIRST: KeysetOrder = {
  list: 'recusals',
  name: 'newest',
  key: [{ sql: 'd.position', type: 'bigint' }],
  descending: true,
};

/** Recusals, newest first: all of the city for who keeps or audits accounts, and for others their own and their subordinates'. */
@Injectable()
export class RecusalList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly subordinates: Subordinates,
  ) {}

  async page(user: CurrentUser, args: PageArgs, filter: RecusalFilter): Promise<Page<RecusalRow>> {
    const request = pageRequest(args, NEWEST_FIRST, filter);
    const at = await this.positions.of(user.tenant);
    const query = filter.query?.trim() ?? '';
    const values = [user.tenant, await this.officialsOf(user), filter.standing ?? null, query === '' ? null : query];
    return readPage<RecusalRow>(this.pool, { template: TEMPLATE, values, at }, request, (row) => [row.position]);
  }

  /** Whose recusals somebody sees; null: everybody's. */
  private async officialsOf(user: CurrentUser): Promise<readonly string[] | null> {
    if (isPermitted(user.roles, 'user.read')) return null;
    return [user.id, ...(await this.subordinates.of(user)).map(({ userId }) => userId)];
  }
}
