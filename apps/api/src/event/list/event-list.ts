import { EVENT_COLUMNS, EventStore, toRecordedEvent, type EventRow, type RecordedEvent } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { inListOrder, keysetQuery, type KeysetOrder, type KeysetTemplate } from '../../database/keyset.js';
import { sqlFile } from '../../database/sql-file.js';
import { countList } from '../../graphql/count-list.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import type { CurrentUser } from '../../identity/current-user.js';
import { isPermitted } from '../../identity/permission.js';
import { UPCASTERS } from '../../log/upcasters.js';
import { ClaimEvents } from '../claim-events.js';
import type { EventFilter } from './event-filter.js';

const TEMPLATE: KeysetTemplate = {
  sql: sqlFile(import.meta.url, 'events.sql').replace('{{columns}}', EVENT_COLUMNS),
  cursorParameter: 6,
};
const NEWEST_FIRST: KeysetOrder = {
  list: 'events',
  name: 'POSITION DESC',
  key: [{ sql: 'e.position', type: 'bigint' }],
  descending: true,
};

/** The log itself, newest first. */
@Injectable()
export class EventList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly store: EventStore,
    private readonly claims: ClaimEvents,
  ) {}

  async page(user: CurrentUser, args: PageArgs, filter: EventFilter): Promise<Page<RecordedEvent>> {
    const request = pageRequest(args, NEWEST_FIRST);
    const { tenant } = user;
    const position = await this.store.head(tenant);
    const positions = filter.claim == null ? null : await this.claims.positionsOf(tenant, filter.claim, position);
    const seesAccounts = isPermitted(user.roles, 'user.read');
    const values = [tenant, filter.stream ?? null, filter.type ?? null, positions, seesAccounts];
    const isWhole = seesAccounts && Object.values(filter).every((value) => value == null);
    const { rows } = await this.pool.query<EventRow>(keysetQuery(TEMPLATE, NEWEST_FIRST, request), [
      ...values,
      request.cursor,
    ]);
    return {
      request,
      found: inListOrder(rows, request).map((row) => toRecordedEvent(tenant, row, UPCASTERS)),
      keyOf: (event) => [event.position.toString()],
      position,
      // The log itself lacks nothing.
      isComplete: true,
      // Positions have no gaps, so that the length of the whole log is its last position.
      count: async () =>
        isWhole ? { total: Number(position), isExact: true } : countList(this.pool, TEMPLATE, values),
    };
  }
}
