import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { participationsElsewhere } from '../../claim/list/duties.js';
import { searchTerms } from '../../claim/list/search-terms.js';
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
import { countList } from '../../graphql/count-list.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import { SortDirection } from '../../graphql/sort-direction.js';
import type { CurrentUser } from '../../identity/current-user.js';
import { ReadModel } from '../../log/read-model.js';
import type { PaymentRow } from '../read-model/payment-table.js';
import { PaymentSortField, type PaymentFilter, type PaymentSort } from './payment-filter.js';

const TEMPLATE: KeysetTemplate = { sql: sqlFile(import.meta.url, 'payments.sql'), cursorParameter: 9 };

interface Sorting {
  readonly column: KeyColumn;
  readonly valueOf: (row: PaymentRow) => string;
}

const SORTINGS: Readonly<Record<PaymentSortField, Sorting>> = {
  INSTRUCTED_ON: { column: { sql: 'p.instructed_on', type: 'date' }, valueOf: (row) => row.instructed_on },
  AMOUNT: { column: { sql: 'p.amount', type: 'bigint' }, valueOf: (row) => row.amount },
  ID: { column: { sql: 'p.id', type: 'text' }, valueOf: (row) => row.id },
};

const ID_COLUMN: KeyColumn = { sql: 'p.id', type: 'text' };
const NEWEST_FIRST: PaymentSort = { field: PaymentSortField.INSTRUCTED_ON, direction: SortDirection.DESC };

/** The list of payments, by keyset. */
@Injectable()
export class PaymentList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly readModel: ReadModel,
    private readonly divisions: DivisionFilter,
  ) {}

  async page(user: CurrentUser, args: PageArgs, filter: PaymentFilter, sort = NEWEST_FIRST): Promise<Page<PaymentRow>> {
    const { column, valueOf } = SORTINGS[sort.field];
    const order: KeysetOrder = {
      list: 'payments',
      name: `${sort.field} ${sort.direction}`,
      key: [column, ID_COLUMN],
      descending: sort.direction === SortDirection.DESC,
    };
    const request = pageRequest(args, order);
    const standing = await this.readModel.standing(user.tenant);
    const values = await this.valuesOf(user, filter);
    const { rows } = await this.pool.query<PaymentRow>(keysetQuery(TEMPLATE, order, request), [
      ...values,
      request.cursor,
    ]);
    return {
      request,
      found: inListOrder(rows, request),
      keyOf: (row) => [valueOf(row), row.id],
      ...standing,
      count: () => countList(this.pool, TEMPLATE, values),
    };
  }

  /** How many payments wait for the official's own treasury, counted as far as a list is. */
  async countWaiting(user: CurrentUser): Promise<number> {
    const values = await this.valuesOf(user, { waitingForMe: true });
    const { total } = await countList(this.pool, TEMPLATE, values);
    return total;
  }

  private async valuesOf(user: CurrentUser, filter: PaymentFilter): Promise<readonly unknown[]> {
    await this.divisions.check(user.tenant, filter.payer, 'filter.payer');
    const { idPrefix, usccs } = await searchTerms(this.pool, user.tenant, filter.query ?? null);
    const narrowed = filter.waitingForMe === true ? waitingFor(user, filter) : filter;
    return [
      user.tenant,
      narrowed.status ?? null,
      narrowed.payer ?? null,
      filter.claim ?? null,
      usccs,
      idPrefix,
      filter.waitingForMe === true ? user.id : null,
      filter.waitingForMe === true ? participationsElsewhere(user.id, 'treasury') : null,
    ];
  }
}

/** What is instructed waits for the treasury of its payer; for nobody else. */
function waitingFor(user: CurrentUser, { status, payer }: PaymentFilter): Pick<PaymentFilter, 'status' | 'payer'> {
  const isMine = user.roles.includes('treasury') && (payer ?? user.division) === user.division;
  const isAsked = status?.includes('instructed') ?? true;
  return { status: isMine && isAsked ? ['instructed'] : [], payer: user.division };
}
