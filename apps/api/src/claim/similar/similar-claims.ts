import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { Positions } from '../../log/positions.js';
import { TablesWait } from '../../log/tables-wait.js';

const SIMILAR = sqlFile(import.meta.url, 'similar-claims.sql');

/** More than these are no longer compared by eye. */
export const SIMILAR_MAX = 20;

/** Numbers of claims whose subjects look like that of a claim, by its number. */
@Injectable()
export class SimilarClaims extends RequestLoader<readonly string[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly tables: TablesWait,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, claims: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<{ of: string; other: string }>({
      name: 'read.similar-claims',
      text: SIMILAR,
      values: [tenant, claims, SIMILAR_MAX, position.toString()],
    });
    const similar = new Map<string, string[]>();
    for (const { of, other } of rows) similar.set(of, [...(similar.get(of) ?? []), other]);
    return similar;
  }

  /** Other records than what was changed: the tables say it, once they hold the change. */
  protected override async foldAll(
    context: GraphqlContext,
    claims: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    await this.tables.until(context, upTo);
    return this.loadAll(userOf(context).tenant, claims);
  }
}
