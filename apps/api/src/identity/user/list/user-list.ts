import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../../database/database.module.js';
import type { KeyColumn, KeysetOrder, KeysetTemplate } from '../../../database/keyset.js';
import { readPage } from '../../../database/read-page.js';
import { sqlFile } from '../../../database/sql-file.js';
import { pageRequest, type Page, type PageArgs } from '../../../graphql/pagination.js';
import { SortDirection } from '../../../graphql/sort-direction.js';
import type { UserFields } from '../to-user.js';
import { UserSortField, type UserFilter, type UserSort } from './user-filter.js';

const TEMPLATE: KeysetTemplate = { parts: [sqlFile(import.meta.url, 'users.sql')], table: null, alias: 'u' };

interface Sorting {
  readonly column: KeyColumn;
  readonly valueOf: (row: UserFields) => string;
}

const SORTINGS: Readonly<Record<UserSortField, Sorting>> = {
  USERNAME: { column: { sql: 'u.username', type: 'text' }, valueOf: (row) => row.username },
  DISPLAY_NAME: { column: { sql: 'u.display_name', type: 'text' }, valueOf: (row) => row.displayName },
};

const USERNAME_COLUMN: KeyColumn = { sql: 'u.username', type: 'text' };
const BY_USERNAME: UserSort = { field: UserSortField.USERNAME, direction: SortDirection.ASC };

/** The list of officials, by keyset. It stands outside the log: its position is always 0. */
@Injectable()
export class UserList {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async page(tenant: string, args: PageArgs, filter: UserFilter, sort = BY_USERNAME): Promise<Page<UserFields>> {
    const { column, valueOf } = SORTINGS[sort.field];
    const order: KeysetOrder = {
      list: 'users',
      name: `${sort.field} ${sort.direction}`,
      key: [column, USERNAME_COLUMN],
      descending: sort.direction === SortDirection.DESC,
    };
    const request = pageRequest(args, order, filter);
    const query = filter.query?.trim();
    const values = [
      tenant,
      query === undefined || query === '' ? null : query,
      filter.role ?? null,
      filter.disabled ?? null,
    ];
    const question = { template: TEMPLATE, values, at: null };
    return readPage<UserFields>(this.pool, question, request, (row) => [valueOf(row), row.username]);
  }
}
