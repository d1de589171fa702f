import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { TablesWait } from '../../log/tables-wait.js';
import { Positions } from '../../log/positions.js';
import type { EnterpriseRow } from '../read-model/enterprise-table.js';

const LOOK_ALIKES = sqlFile(import.meta.url, 'look-alikes.sql');

/** Enterprises of one look that are shown beside one of them; a name that more have tells nothing any more. */
export const LOOK_ALIKES_MAX = 20;

/** Enterprises of the city by the look of their names: up to {@link LOOK_ALIKES_MAX} beside the one that is asked of. */
@Injectable()
export class LookAlikes extends RequestLoader<readonly EnterpriseRow[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly tables: TablesWait,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(
    tenant: string,
    looks: readonly string[],
  ): Promise<ReadonlyMap<string, readonly EnterpriseRow[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<EnterpriseRow>({
      name: 'read.look-alikes',
      text: LOOK_ALIKES,
      values: [tenant, looks, LOOK_ALIKES_MAX + 1, position.toString()],
    });
    const byLook = new Map<string, EnterpriseRow[]>(looks.map((look) => [look, []]));
    for (const row of rows) if (row.look !== null) byLook.get(row.look)?.push(row);
    return byLook;
  }

  /** Other records than what was changed: the tables say it, once they hold the change. */
  protected override async foldAll(
    context: GraphqlContext,
    looks: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly EnterpriseRow[]>> {
    await this.tables.until(context, upTo);
    return this.loadAll(userOf(context).tenant, looks);
  }
}
