import { EVENT_COLUMNS, toRecordedEvent, type EventRow, type RecordedEvent } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { KeysetOrder, KeysetTemplate, ListQuestion } from '../../database/keyset.js';
import { readPage } from '../../database/read-page.js';
import { sqlFile } from '../../database/sql-file.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import type { CurrentUser } from '../../identity/current-user.js';
import { isPermitted } from '../../identity/permission.js';
import { Positions } from '../../log/positions.js';
import { UPCASTERS } from '../../log/upcasters.js';
import { ClaimEvents } from '../claim-events.js';
import type { EventFilter } from './event-filter.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'events.sql').replace('{{columns}}', EVENT_COLUMNS)],
  table: null,
  alias: 'e',
};
const NEWEST_FIRST: KeysetOrder = {
  list: 'events',
  name: 'POSITION DESC',
  key: [{ sql: 'e.position', type: 'bigint' }],
  descending: true,
};

/** Stands in place of what such a comment said. */
const TAKEN_BACK = '（批注已撤回，内容仅供审计查阅）(taken back: only auditors read what it said)';

/** The log itself, newest first. */
@Injectable()
export class EventList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly claims: ClaimEvents,
  ) {}

  async page(user: CurrentUser, args: PageArgs, filter: EventFilter): Promise<Page<RecordedEvent>> {
    const request = pageRequest(args, NEWEST_FIRST, filter);
    const { tenant } = user;
    const at = await this.positions.of(tenant);
    const positions = filter.claim == null ? null : await this.claims.positionsOf(tenant, filter.claim, at.position);
    const seesAccounts = isPermitted(user.roles, 'user.read');
    const values = [
      tenant,
      filter.stream ?? null,
      filter.type ?? null,
      positions,
      seesAccounts,
      at.position.toString(),
      user.roles.includes('auditor'),
    ];
    const isWhole = seesAccounts && Object.values(filter).every((value) => value == null);
    const question: ListQuestion = { template: TEMPLATE, values, at };
    const page = await readPage<EventRow & { readonly taken_back: boolean }>(
      this.pool,
      question,
      request,
      ({ position }) => [position],
    );
    return {
      ...page,
      found: page.found.map((row) => {
        const event = toRecordedEvent(tenant, row, UPCASTERS);
        return row.taken_back ? withoutText(event) : event;
      }),
      keyOf: (event) => [event.position.toString()],
      // The log itself lacks nothing.
      at: { ...at, isComplete: true },
      // Positions have no gaps, so that the length of the whole log is its last position.
      count: async () => (isWhole ? { total: Number(at.position), isExact: true } : page.count()),
    };
  }
}

/** A comment that was taken back, with nothing of what it said. */
function withoutText(event: RecordedEvent): RecordedEvent {
  const { correction } = event;
  return {
    ...event,
    data: { ...event.data, text: TAKEN_BACK },
    correction:
      correction === null
        ? null
        : {
            ...correction,
            original: { ...correction.original, data: { ...correction.original.data, text: TAKEN_BACK } },
          },
  };
}
