import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import type { KeysetOrder, KeysetTemplate } from '../database/keyset.js';
import { readPage } from '../database/read-page.js';
import { sqlFile } from '../database/sql-file.js';
import { pageRequest, type Page, type PageArgs } from '../graphql/pagination.js';
import type { CurrentUser } from '../identity/current-user.js';
import { Positions } from '../log/positions.js';
import type { ListedComment } from './comment-rows.js';

const OF_CLAIM: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'comments-of-claim.sql')],
  table: 'comment',
  alias: 'm',
};
const MENTIONS: KeysetTemplate = { ...OF_CLAIM, parts: [sqlFile(import.meta.url, 'mentions.sql')] };
const newestFirst = (list: string): KeysetOrder => ({
  list,
  name: 'newest',
  key: [{ sql: 'm.position', type: 'bigint' }],
  descending: true,
});

/** Comments, newest first. */
@Injectable()
export class CommentList {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {}

  /** Those on one claim. */
  ofClaim(user: CurrentUser, args: PageArgs, claim: string): Promise<Page<ListedComment>> {
    return this.page(user, args, { template: OF_CLAIM, list: 'comments', of: claim });
  }

  /** Those in which the user is mentioned and that he has not marked as read. */
  mentions(user: CurrentUser, args: PageArgs): Promise<Page<ListedComment>> {
    return this.page(user, args, { template: MENTIONS, list: 'mentions', of: user.id });
  }

  private async page(
    { tenant }: CurrentUser,
    args: PageArgs,
    { template, list, of }: { readonly template: KeysetTemplate; readonly list: string; readonly of: string },
  ): Promise<Page<ListedComment>> {
    const request = pageRequest(args, newestFirst(list), { of });
    const at = await this.positions.of(tenant);
    return readPage<ListedComment>(this.pool, { template, values: [tenant, of], at }, request, (row) => [row.position]);
  }
}
