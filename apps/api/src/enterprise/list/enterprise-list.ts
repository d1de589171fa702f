import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import {
  inListOrder,
  keysetQuery,
  type KeyColumn,
  type KeysetOrder,
  type KeysetTemplate,
} from '../../database/keyset.js';
import { sqlFile } from '../../database/sql-file.js';
import { DivisionFilter } from '../../division/division-filter.js';
import { officePrefix } from '../../division/divisions.js';
import { countList } from '../../graphql/count-list.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import { SortDirection } from '../../graphql/sort-direction.js';
import { ReadModel } from '../../log/read-model.js';
import type { EnterpriseRow } from '../read-model/enterprise-table.js';
import { EnterpriseSortField, type EnterpriseFilter, type EnterpriseSort } from './enterprise-filter.js';

const TEMPLATE: KeysetTemplate = { sql: sqlFile(import.meta.url, 'enterprises.sql'), cursorParameter: 4 };

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
    private readonly readModel: ReadModel,
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
    const request = pageRequest(args, order);
    const standing = await this.readModel.standing(tenant);
    const division = await this.divisions.check(tenant, filter.division, 'filter.division');
    const query = filter.query?.trim();
    const values = [
      tenant,
      query === undefined || query === '' ? null : query,
      division === null ? null : officePrefix(division),
    ];
    const { rows } = await this.pool.query<EnterpriseRow>(keysetQuery(TEMPLATE, order, request), [
      ...values,
      request.cursor,
    ]);
    return {
      request,
      found: inListOrder(rows, request),
      keyOf: (row) => [valueOf(row), row.uscc],
      ...standing,
      count: () => countList(this.pool, TEMPLATE, values),
    };
  }
}
