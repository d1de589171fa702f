import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { KeysetOrder, KeysetTemplate } from '../../database/keyset.js';
import { readPage } from '../../database/read-page.js';
import { sqlFile } from '../../database/sql-file.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import { Positions } from '../../log/positions.js';
import type { RegisterRowRow } from '../read-model/register-table.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'register-rows.sql')],
  table: 'register_row',
  alias: 'r',
};
const BY_PLACE: KeysetOrder = {
  list: 'registerRows',
  name: 'PLACE ASC',
  key: [{ sql: 'r.row', type: 'int' }],
  descending: false,
};

interface OfEdition {
  readonly register: string;
  readonly edition: string;
}

/** Rows of editions of registers, by keyset, and how two editions differ. */
@Injectable()
export class RegisterRows {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {}

  async page(
    tenant: string,
    args: PageArgs,
    filter: OfEdition & { readonly query?: string | null },
  ): Promise<Page<RegisterRowRow>> {
    const request = pageRequest(args, BY_PLACE, filter);
    const at = await this.positions.of(tenant);
    const query = filter.query?.trim() ?? '';
    const values = [tenant, filter.register, filter.edition, query === '' ? null : query];
    return readPage<RegisterRowRow>(this.pool, { template: TEMPLATE, values, at }, request, (row) => [String(row.row)]);
  }

  /** How many enterprises an edition lists beside another, how many both list, and how many the other alone does. */
  async compare(
    tenant: string,
    edition: string,
    other: string | null,
  ): Promise<{ readonly added: number; readonly kept: number; readonly gone: number }> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<{ added: number; kept: number; gone: number }>({
      name: 'read.compare-editions',
      text: `with one as (select distinct uscc from read.register_row_at($1, $4) where proposal = $2),
                  other as (select distinct uscc from read.register_row_at($1, $4) where proposal = $3)
             select count(*) filter (where other.uscc is null)::int as added,
                    count(*) filter (where one.uscc is not null and other.uscc is not null)::int as kept,
                    count(*) filter (where one.uscc is null)::int as gone
               from one full join other on other.uscc = one.uscc`,
      values: [tenant, edition, other, position.toString()],
    });
    return rows[0] ?? { added: 0, kept: 0, gone: 0 };
  }

  /** How many of the codes an edition lists. */
  async among(tenant: string, edition: string | null, codes: readonly string[]): Promise<number> {
    if (edition === null || codes.length === 0) return 0;
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<{ known: number }>({
      name: 'read.listed-among',
      text: `select count(distinct uscc)::int as known
               from read.register_row_at($1, $3) where proposal = $2 and uscc = any ($4)`,
      values: [tenant, edition, position.toString(), codes],
    });
    return rows[0]?.known ?? 0;
  }
}
