import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { KeysetOrder, KeysetTemplate } from '../../database/keyset.js';
import { readPage } from '../../database/read-page.js';
import { sqlFile } from '../../database/sql-file.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import { Positions } from '../../log/positions.js';
import { LawFilter } from '../../policy/list/law-filter.js';
import type { YearlyTotalFilter } from './yearly-total-filter.js';
import type { YearlyTotalRow } from './yearly-total-row.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'yearly-totals.sql')],
  table: 'yearly_total',
  alias: 't',
};

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
    private readonly positions: Positions,
    private readonly law: LawFilter,
  ) {}

  async page(tenant: string, args: PageArgs, filter: YearlyTotalFilter): Promise<Page<YearlyTotalRow>> {
    const request = pageRequest(args, GREATEST_FIRST, filter);
    const at = await this.positions.of(tenant);
    const values = [tenant, filter.uscc ?? null, this.law.measure(filter.measure), filter.year ?? null];
    const question = { template: TEMPLATE, values, at };
    return readPage<YearlyTotalRow>(this.pool, question, request, (row) => [
      ...[row.counted, row.uscc, row.measure],
      String(row.year),
    ]);
  }
}
