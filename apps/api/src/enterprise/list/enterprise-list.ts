import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { KeyColumn, KeysetOrder, KeysetTemplate } from '../../database/keyset.js';
import { readPage } from '../../database/read-page.js';
import { sqlFile } from '../../database/sql-file.js';
import { DivisionFilter } from '../../division/division-filter.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import { SortDirection } from '../../graphql/sort-direction.js';
import { Positions } from '../../log/positions.js';
import type { EnterpriseRow } from '../read-model/enterprise-table.js';
import { EnterpriseSortField, type EnterpriseFilter, type EnterpriseSort } from './enterprise-filter.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'enterprises.sql')],
  table: 'enterprise',
  alias: 'e',
};

interface Sorting {
  readonly column: KeyColumn;
  readonly valueOf: (row: EnterpriseRow) => string;
}

const SORTINGS: Readonly<Record<EnterpriseSortField, Sorting>> = {
  NAME: { column: { sql: 'e.name', type: 'text' }, valueOf: (row) => row.name },
  REGISTERED_ON: { column: { sql: 'e.registered_on', type: 'date' }, valueOf: (row) => row.registered_on },
  USCC: { column: { sql: 'e.uscc', type: 'text' }, valueOf: (row) => row.uscc },
};

const USCC_COLUMN: KeyColumn = { sql: 'e.uscc', type: 'text' };
const BY_CODE: EnterpriseSort = { field: EnterpriseSortField.USCC, direction: SortDirection.ASC };

/** The list of enterprises, by keyset. */
@Injectable()
export class EnterpriseList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly divisions: DivisionFilter,
  ) {}

  async page(tenant: string, args: PageArgs, filter: EnterpriseFilter, sort = BY_CODE): Promise<Page<EnterpriseRow>> {
    const { column, valueOf } = SORTINGS[sort.field];
    const order: KeysetOrder = {
      list: 'enterprises',
      name: `${sort.field} ${sort.direction}`,
      key: [column, USCC_COLUMN],
      descending: sort.direction === SortDirection.DESC,
    };
    const request = pageRequest(args, order, filter);
    const at = await this.positions.of(tenant);
    const division = await this.divisions.codesOf(tenant, filter.division, 'filter.division');
    const query = filter.query?.trim();
    const values = [tenant, query === undefined || query === '' ? null : query, division];
    const question = { template: TEMPLATE, values, at };
    return readPage<EnterpriseRow>(this.pool, question, request, (row) => [valueOf(row), row.uscc]);
  }
}
