import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { KeyColumn, KeysetOrder, ListQuestion } from '../../database/keyset.js';
import { readPage } from '../../database/read-page.js';
import { sqlFile } from '../../database/sql-file.js';
import { DivisionFilter } from '../../division/division-filter.js';
import { StandIns } from '../../delegation/stand-ins.js';
import { Divisions } from '../../division/divisions.js';
import { pageRequest, type Count, type Page, type PageArgs } from '../../graphql/pagination.js';
import { SortDirection } from '../../graphql/sort-direction.js';
import type { CurrentUser } from '../../identity/current-user.js';
import type { At } from '../../log/at.js';
import { Positions } from '../../log/positions.js';
import { LawFilter } from '../../policy/list/law-filter.js';
import { CityRounds } from '../../round/read/city-rounds.js';
import { lightConditions } from '../deadline/light-conditions.js';
import type { ClaimRow } from '../read-model/claim-row.js';
import type { ClaimFilter, ClaimSort } from './claim-filter.js';
import { ClaimSortField } from './claim-filter.js';
import { dutyConditions, othersCondition } from './duty-conditions.js';
import { OwnDuties } from './own-duties.js';
import { searchTerms, type SearchTerms } from './search-terms.js';
import { Tally } from './tally.js';
import { Law } from '../../policy/law/law.js';

const KEPT = sqlFile(import.meta.url, '../assignment/kept.sql');
const CLAIMS = sqlFile(import.meta.url, 'claims.sql').replaceAll('{{kept}}', () => KEPT);

/** A claim with the position of its last event. */
type ListedClaim = ClaimRow & { readonly from_position: string };

interface Sorting {
  readonly column: KeyColumn;
  readonly valueOf: (row: ListedClaim) => string;
}

/** Where what nothing is due of stands in the order. */
const NEVER_DUE = '9999-12-31';

/** Every order has an index of its own, which ends with the id. */
const SORTINGS: Readonly<Record<ClaimSortField, Sorting>> = {
  DUE: {
    column: { sql: `coalesce(c.due_earliest, '${NEVER_DUE}'::date)`, type: 'date', isAhead: true },
    valueOf: (row) => row.due_earliest ?? NEVER_DUE,
  },
  SUBMITTED_ON: { column: { sql: 'c.submitted_on', type: 'date' }, valueOf: (row) => row.submitted_on },
  UPDATED_AT: { column: { sql: 'c.from_position', type: 'bigint' }, valueOf: (row) => row.from_position },
  REQUESTED_AMOUNT: { column: { sql: 'c.requested', type: 'bigint' }, valueOf: (row) => row.requested },
  DETERMINED_AMOUNT: {
    column: { sql: 'coalesce(c.determined, -1)', type: 'bigint' },
    valueOf: (row) => row.determined ?? '-1',
  },
  ID: { column: { sql: 'c.id', type: 'text' }, valueOf: (row) => row.id },
};

const ID_COLUMN: KeyColumn = { sql: 'c.id', type: 'text' };
const NEWEST_FIRST: ClaimSort = { field: ClaimSortField.SUBMITTED_ON, direction: SortDirection.DESC };

/** The list of claims, page by page; docs/benchmarks.md compares 100,000 claims with 1,000. */
@Injectable()
export class ClaimList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly law: Law,
    private readonly tally: Tally,
    private readonly filters: DivisionFilter,
    private readonly divisions: Divisions,
    private readonly lawFilter: LawFilter,
    private readonly standIns: StandIns,
    private readonly duties: OwnDuties,
    private readonly rounds: CityRounds,
  ) {}

  /** Each condition is a part of its own: a page costs the same however many claims wait or have long been paid. */
  async page(user: CurrentUser, args: PageArgs, filter: ClaimFilter, sort = NEWEST_FIRST): Promise<Page<ListedClaim>> {
    const { column, valueOf } = SORTINGS[sort.field];
    const order: KeysetOrder = {
      list: 'claims',
      name: `${sort.field} ${sort.direction}`,
      key: [column, ID_COLUMN],
      descending: sort.direction === SortDirection.DESC,
    };
    const request = pageRequest(args, order, filter);
    const at = await this.positions.of(user.tenant);
    const isOfOwn = filter.waitingForMe === true || filter.waitingForOthers === true;
    const own = isOfOwn ? await this.duties.of(user, at) : [];
    const duties = filter.waitingForMe === true ? own : null;
    const values = await this.valuesOf(user, at, filter);
    const others = filter.waitingForOthers === true ? othersCondition(values, own, user.id) : 'true';
    const lights = lightConditions(values, filter.light ?? null, at.today);
    const parts = dutyConditions(values, duties, user.id).flatMap((duty) =>
      lights.map((light) =>
        CLAIMS.replace('{{duty}}', () => duty)
          .replace('{{others}}', () => others)
          .replace('{{light}}', () => light),
      ),
    );
    const question: ListQuestion = { template: { parts, table: 'claim', alias: 'c' }, values, at };
    const page = await readPage<ListedClaim>(this.pool, question, request, (row) => [valueOf(row), row.id]);
    const count = async (): Promise<Count> => {
      const tallied = await this.tally.count(user, at, filter, { measures: this.measuresOf(filter), duties });
      return tallied === null ? page.count() : { total: tallied, isExact: true };
    };
    return { ...page, count };
  }

  /** Values of the filter's parameters in `claims.sql`, in their order. */
  private async valuesOf(user: CurrentUser, at: At, filter: ClaimFilter): Promise<unknown[]> {
    const { id, tenant, username } = user;
    const standIns = filter.assigned === 'stood-in' ? await this.standIns.of(user, at) : null;
    const division = await this.filters.codesOf(tenant, filter.division, 'filter.division');
    const payer = await this.filters.check(tenant, filter.payer, 'filter.payer');
    const terms = await searchTerms(this.pool, tenant, at, filter.query ?? null);
    return [
      tenant,
      filter.status ?? null,
      this.measuresOf(filter),
      usccsOf(filter, terms),
      filter.year ?? null,
      division,
      filter.held ?? null,
      filter.reason ?? null,
      filter.submittedFrom ?? null,
      filter.submittedTo ?? null,
      terms.idPrefix,
      filter.escalatedToMe === true ? username : null,
      filter.assigned === 'mine' ? id : null,
      filter.assigned === 'nobody' ? true : null,
      filter.determinedFrom ?? null,
      filter.determinedTo ?? null,
      await this.rounds.check(tenant, filter.round),
      payer === null ? null : this.divisions.officesOf(payer),
      standIns && JSON.stringify(standIns),
      filter.awaitsDraw === true ? true : null,
    ];
  }

  /** The measures that a filter lets through; null = all of them. */
  private measuresOf(filter: ClaimFilter): string[] | null {
    const measure = this.lawFilter.measure(filter.measure);
    const policy = this.lawFilter.policy(filter.policy);
    const led = this.lawFilter.measuresOfDepartment(filter.department);
    if (policy === null && led === null) return measure === null ? null : [measure];
    const ofPolicy = this.law.known.measures().filter((each) => policy === null || each.policy.id === policy);
    return ofPolicy
      .map(({ id }) => id)
      .filter((id) => (measure === null || id === measure) && (led === null || led.includes(id)));
  }
}

function usccsOf({ uscc }: ClaimFilter, { usccs }: SearchTerms): readonly string[] | null {
  if (uscc == null) return usccs;
  return usccs === null || usccs.includes(uscc) ? [uscc] : [];
}
