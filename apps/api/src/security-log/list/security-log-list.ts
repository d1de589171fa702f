import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { KeysetOrder, KeysetTemplate } from '../../database/keyset.js';
import { readPage } from '../../database/read-page.js';
import { sqlFile } from '../../database/sql-file.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import { SECURITY_EVENT_NAMES } from '../security-event-kind.js';
import type { SecurityEntry } from './security-entry.type.js';
import type { SecurityLogFilter } from './security-log-filter.js';
import { acrossCities } from '../../request/request-scope.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'security-log.sql')],
  table: null,
  alias: 'l',
};
const NEWEST_FIRST: KeysetOrder = {
  list: 'securityLog',
  name: 'POSITION DESC',
  key: [{ sql: 'l.position', type: 'bigint' }],
  descending: true,
};

/** The security log of a city, newest first. It stands outside the event log: its position is always 0. */
@Injectable()
export class SecurityLogList {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async page(tenant: string, args: PageArgs, filter: SecurityLogFilter): Promise<Page<SecurityEntry>> {
    const request = pageRequest(args, NEWEST_FIRST, filter);
    const person = filter.person?.trim();
    const values = [
      filter.ofNoCity === true ? '' : tenant,
      filter.kind ?? null,
      person === undefined || person === '' ? null : person,
      filter.from ?? null,
      filter.until ?? null,
    ];
    const question = { template: TEMPLATE, values, at: null };
    // What is of no city is no city's: whoever may read its log may read this one.
    const reading = filter.ofNoCity === true ? acrossCities : ofHisCity;
    const page = await reading(() =>
      readPage<Omit<SecurityEntry, 'label'>>(this.pool, question, request, ({ position }) => [position]),
    );
    const found = page.found.map((row) => ({ ...row, label: SECURITY_EVENT_NAMES[row.kind] }));
    return { ...page, found, count: () => reading(page.count) };
  }
}

function ofHisCity<Result>(read: () => Result): Result {
  return read();
}
