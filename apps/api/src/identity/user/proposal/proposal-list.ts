import { proposingOffice, type ProposingOffice } from '@duixian/office';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../../clock/clock.js';
import { POOL } from '../../../database/database.module.js';
import { inListOrder, keysetQuery, type KeysetOrder, type KeysetTemplate } from '../../../database/keyset.js';
import { sqlFile } from '../../../database/sql-file.js';
import { countList } from '../../../graphql/count-list.js';
import { pageRequest, type Page, type PageArgs } from '../../../graphql/pagination.js';
import { ReadModel } from '../../../log/read-model.js';
import { actorOf } from '../../actor.js';
import type { CurrentUser } from '../../current-user.js';
import type { OfficialProposalFilter } from './proposal-filter.js';
import type { ProposalRow } from './proposal-table.js';

const TEMPLATE: KeysetTemplate = { sql: sqlFile(import.meta.url, 'proposals.sql'), cursorParameter: 6 };
const NEWEST_FIRST: KeysetOrder = {
  list: 'officialProposals',
  name: 'newest',
  key: [{ sql: 'p.position', type: 'bigint' }],
  descending: true,
};

/** Whose proposals each office may agree to: one of the two is always of security. */
const AGREES_TO: Readonly<Record<ProposingOffice, readonly ProposingOffice[]>> = {
  'security-administrator': ['system-administrator', 'security-administrator'],
  'system-administrator': ['security-administrator'],
};

/** What was proposed for accounts, newest first. */
@Injectable()
export class ProposalList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly readModel: ReadModel,
    private readonly clock: Clock,
  ) {}

  async page(user: CurrentUser, args: PageArgs, filter: OfficialProposalFilter): Promise<Page<ProposalRow>> {
    const request = pageRequest(args, NEWEST_FIRST);
    const standing = await this.readModel.standing(user.tenant);
    const values = this.valuesOf(user, filter);
    const sql = keysetQuery(TEMPLATE, NEWEST_FIRST, request);
    const { rows } = await this.pool.query<ProposalRow>(sql, [...values, request.cursor]);
    return {
      request,
      found: inListOrder(rows, request),
      keyOf: (row) => [row.position],
      ...standing,
      count: () => countList(this.pool, TEMPLATE, values),
    };
  }

  /** How many wait for this official to agree or refuse. */
  async countWaiting(user: CurrentUser): Promise<number> {
    if (proposingOffice(actorOf(user)) === null) return 0;
    const { total } = await countList(this.pool, TEMPLATE, this.valuesOf(user, { waitingForMe: true }));
    return total;
  }

  private valuesOf(user: CurrentUser, { official, open, waitingForMe }: OfficialProposalFilter): readonly unknown[] {
    const { tenant } = user;
    const office = proposingOffice(actorOf(user));
    const today = open === true || waitingForMe === true ? this.clock.today() : null;
    if (waitingForMe !== true) return [tenant, official ?? null, today, null, null];
    return [tenant, official ?? null, today, user.id, office === null ? [] : AGREES_TO[office]];
  }
}
