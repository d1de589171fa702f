import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { inListOrder, keysetQuery, type KeysetOrder, type KeysetTemplate } from '../../database/keyset.js';
import { sqlFile } from '../../database/sql-file.js';
import { countList } from '../../graphql/count-list.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import { LawFilter } from '../../policy/list/law-filter.js';
import { ReadModel } from '../../log/read-model.js';
import type { YearlyTotalFilter } from './yearly-total-filter.js';
import type { YearlyTotalRow } from './yearly-total-row.js';

const TEMPLATE: KeysetTemplate = { sql: sqlFile(import.meta.url, 'yearly-totals.sql'), cursorParameter: 5 };

const GREATEST_FIRST: KeysetOrder = {
  list: 'yearlyTotals',
  name: 'COUNTED DESC',
  key: [
    { sql: 't.counted', type: 'bigint' },
    { sql: 't.uscc', type: 'text' },
    { sql: 't.measure', type: 'text' },
    { sql: 't.year', type: 'int' },
  ],
  descending: true,
};

/** The list of yearly totals, by keyset. */
@Injectable()
export class YearlyTotalList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly readModel: ReadModel,
    private readonly law: LawFilter,
  ) {}

  async page(tenant: string, args: PageArgs, filter: YearlyTotalFilter): Promise<Page<YearlyTotalRow>> {
    const request = pageRequest(args, GREATEST_FIRST);
    const standing = await this.readModel.standing(tenant);
    const values = [tenant, filter.uscc ?? null, this.law.measure(filter.measure), filter.year ?? null];
    const { rows } = await this.pool.query<YearlyTotalRow>(keysetQuery(TEMPLATE, GREATEST_FIRST, request), [
      ...values,
      request.cursor,
    ]);
    return {
      request,
      found: inListOrder(rows, request),
      keyOf: (row) => [row.counted, row.uscc, row.measure, String(row.year)],
      ...standing,
      count: () => countList(this.pool, TEMPLATE, values),
    };
  }
}
