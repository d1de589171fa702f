import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { Divisions } from '../../division/divisions.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AsOf } from '../../log/as-of.input.js';
import { Positions } from '../../log/positions.js';
import { OpenProposal } from './open-proposal.type.js';

const OPEN = sqlFile(import.meta.url, 'open-proposals.sql');

@Resolver()
export class OpenProposalsResolver {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly divisions: Divisions,
  ) {}

  @Query(() => [OpenProposal], {
    description:
      '待同意: proposals about enterprises of your area that nobody answered yet, the oldest first; at most 100.',
  })
  @RequirePermission('bank-account.change')
  async openProposals(
    @CurrentUser() user: CurrentUser,
    @Args('asOf', { nullable: true, description: 'Those that were open then.' }) _asOf?: AsOf,
  ): Promise<OpenProposal[]> {
    const { today, position } = await this.positions.of(user.tenant);
    const values = [user.tenant, this.divisions.codesIn(user.division), today, user.id, position.toString()];
    const { rows } = await this.pool.query<OpenProposal>(OPEN, values);
    return rows.map((row) => Object.assign(new OpenProposal(), row));
  }
}
