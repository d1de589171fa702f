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
import type { DelegationFilter } from './delegation.type.js';
import type { DelegationRow } from './read-model/delegation-table.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'delegations.sql')],
  table: 'delegation',
  alias: 'd',
};
const NEWEST_FIRST: KeysetOrder = {
  list: 'delegations',
  name: 'newest',
  key: [{ sql: 'd.position', type: 'bigint' }],
  descending: true,
};

/** Delegations, newest first: all of the city for who keeps or audits accounts, and for others their own. */
@Injectable()
export class DelegationList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {}

  async page(user: CurrentUser, args: PageArgs, filter: DelegationFilter): Promise<Page<DelegationRow>> {
    const request = pageRequest(args, NEWEST_FIRST, filter);
    const at = await this.positions.of(user.tenant);
    const { side, standing } = filter;
    const query = filter.query?.trim() ?? '';
    const values = [
      user.tenant,
      isPermitted(user.roles, 'user.read') ? null : user.id,
      side === 'given' ? user.id : null,
      side === 'received' ? user.id : null,
      standing ?? null,
      at.today,
      query === '' ? null : query,
    ];
    return readPage<DelegationRow>(this.pool, { template: TEMPLATE, values, at }, request, (row) => [row.position]);
  }
}
