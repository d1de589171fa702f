import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { participationsElsewhere } from '../../claim/list/duties.js';
import { searchTerms } from '../../claim/list/search-terms.js';
import { POOL } from '../../database/database.module.js';
import type { KeyColumn, KeysetOrder, KeysetTemplate, ListQuestion } from '../../database/keyset.js';
import { readPage } from '../../database/read-page.js';
import { sqlFile } from '../../database/sql-file.js';
import { DivisionFilter } from '../../division/division-filter.js';
import { Divisions } from '../../division/divisions.js';
import { countList } from '../../graphql/count-list.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import { SortDirection } from '../../graphql/sort-direction.js';
import type { CurrentUser } from '../../identity/current-user.js';
import { Positions } from '../../log/positions.js';
import { LawFilter } from '../../policy/list/law-filter.js';
import type { PaymentRow } from '../read-model/payment-table.js';
import { PaymentSortField, type PaymentFilter, type PaymentSort } from './payment-filter.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'payments.sql')],
  table: 'payment',
  alias: 'p',
};

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

interface Narrowed {
  readonly status?: PaymentFilter['status'];
  /** Codes of the treasury. */
  readonly payer: readonly string[] | null;
}

/** The list of payments, by keyset. */
@Injectable()
export class PaymentList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly filters: DivisionFilter,
    private readonly divisions: Divisions,
    private readonly lawFilter: LawFilter,
  ) {}

  async page(user: CurrentUser, args: PageArgs, filter: PaymentFilter, sort = NEWEST_FIRST): Promise<Page<PaymentRow>> {
    const { column, valueOf } = SORTINGS[sort.field];
    const order: KeysetOrder = {
      list: 'payments',
      name: `${sort.field} ${sort.direction}`,
      key: [column, ID_COLUMN],
      descending: sort.direction === SortDirection.DESC,
    };
    const request = pageRequest(args, order, filter);
    const question = await this.question(user, filter);
    return readPage<PaymentRow>(this.pool, question, request, (row) => [valueOf(row), row.id]);
  }

  /** How many payments wait for the official's own treasury, counted as far as a list is. */
  async countWaiting(user: CurrentUser): Promise<number> {
    const { total } = await countList(this.pool, await this.question(user, { waitingForMe: true }));
    return total;
  }

  private async question(user: CurrentUser, filter: PaymentFilter): Promise<ListQuestion> {
    const payer = await this.filters.check(user.tenant, filter.payer, 'filter.payer');
    const offices = payer === null ? null : this.divisions.officesOf(payer);
    const at = await this.positions.of(user.tenant);
    const { idPrefix, usccs } = await searchTerms(this.pool, user.tenant, at, filter.query ?? null);
    const narrowed: Narrowed =
      filter.waitingForMe === true ? waitingFor(user, filter, offices) : { status: filter.status, payer: offices };
    const values = [
      user.tenant,
      narrowed.status ?? null,
      narrowed.payer,
      filter.claim ?? null,
      usccs,
      idPrefix,
      filter.waitingForMe === true ? user.id : null,
      filter.waitingForMe === true ? participationsElsewhere(user.id, 'treasury') : null,
      at.position.toString(),
      filter.paidFrom ?? null,
      filter.paidTo ?? null,
      await this.filters.codesOf(user.tenant, filter.division, 'filter.division'),
      measuresOf(this.lawFilter.measure(filter.measure), this.lawFilter.measuresOfDepartment(filter.department)),
    ];
    return { template: TEMPLATE, values, at };
  }
}

/** The measures that both let through; null = all of them. */
function measuresOf(measure: string | null, led: readonly string[] | null): readonly string[] | null {
  if (measure === null) return led;
  return led === null || led.includes(measure) ? [measure] : [];
}

/** What is instructed waits for the treasury of its payer, under any of its codes; for nobody else. */
function waitingFor(user: CurrentUser, { status }: PaymentFilter, payer: readonly string[] | null): Narrowed {
  const own = user.reach.divisions;
  const isMine = user.roles.includes('treasury') && (payer ?? own).some((code) => own.includes(code));
  const isAsked = status?.includes('instructed') ?? true;
  return { status: isMine && isAsked ? ['instructed'] : [], payer: own };
}
