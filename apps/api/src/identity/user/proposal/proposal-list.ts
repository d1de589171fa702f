import { proposingOffice, type ProposingOffice } from '@duixian/office';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../../database/database.module.js';
import type { KeysetOrder, KeysetTemplate, ListQuestion } from '../../../database/keyset.js';
import { readPage } from '../../../database/read-page.js';
import { sqlFile } from '../../../database/sql-file.js';
import { countList } from '../../../graphql/count-list.js';
import { pageRequest, type Page, type PageArgs } from '../../../graphql/pagination.js';
import { Positions } from '../../../log/positions.js';
import { actorOf } from '../../actor.js';
import type { CurrentUser } from '../../current-user.js';
import type { OfficialProposalFilter } from './proposal-filter.js';
import type { ProposalRow } from './proposal-table.js';

const TEMPLATE: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'proposals.sql')],
  table: 'account_proposal',
  alias: 'p',
};
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
    private readonly positions: Positions,
  ) {}

  async page(user: CurrentUser, args: PageArgs, filter: OfficialProposalFilter): Promise<Page<ProposalRow>> {
    const request = pageRequest(args, NEWEST_FIRST, filter);
    return readPage<ProposalRow>(this.pool, await this.question(user, filter), request, (row) => [row.position]);
  }

  /** How many wait for this official to agree or refuse. */
  async countWaiting(user: CurrentUser): Promise<number> {
    if (proposingOffice(actorOf(user)) === null) return 0;
    const { total } = await countList(this.pool, await this.question(user, { waitingForMe: true }));
    return total;
  }

  private async question(user: CurrentUser, filter: OfficialProposalFilter): Promise<ListQuestion> {
    const at = await this.positions.of(user.tenant);
    return { template: TEMPLATE, values: valuesOf(user, filter, at.today), at };
  }
}

function valuesOf(
  user: CurrentUser,
  { official, open, waitingForMe }: OfficialProposalFilter,
  today: string,
): readonly unknown[] {
  const { tenant } = user;
  const office = proposingOffice(actorOf(user));
  const day = open === true || waitingForMe === true ? today : null;
  if (waitingForMe !== true) return [tenant, official ?? null, day, null, null];
  return [tenant, official ?? null, day, user.id, office === null ? [] : AGREES_TO[office]];
}
