import { readSetAside } from '@duixian/event-store';
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { readWaits } from '../database/waits.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { ReadModel } from '../log/read-model.js';
import { readProjection } from '../log/read-projection.js';
import { DatabaseWait, ReadState, SetAsideRecord } from './read-state.type.js';

const SHOWN_MAX = 100;

@Resolver()
export class ReadStateResolver {
  constructor(
    private readonly readModel: ReadModel,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  @Query(() => ReadState, { description: "How your city's lists and totals stand against its log." })
  @RequirePermission('account.own')
  async readState(@CurrentUser() { tenant }: CurrentUser): Promise<ReadState> {
    const { tenants, build } = await this.readModel.state();
    const city = tenants.find((each) => each.tenant === tenant);
    return Object.assign(new ReadState(), {
      position: (city?.position ?? 0n).toString(),
      head: (city?.head ?? 0n).toString(),
      secondsBehind: Math.round(city?.waitingSeconds ?? 0),
      isComplete: (city?.setAside ?? 0) === 0,
      setAside: city?.setAside ?? 0,
      build,
    });
  }

  @Query(() => [SetAsideRecord], {
    description: `What the tables of your city did not go on with, in the order of the log: ${SHOWN_MAX} after a position.`,
  })
  @ArgumentKinds({ after: 'position' })
  @RequirePermission('setaside.read')
  async setAsideRecords(
    @CurrentUser() { tenant }: CurrentUser,
    @Args('after', { type: () => ID, nullable: true, description: 'Position of the last one seen.' })
    after?: string | null,
  ): Promise<SetAsideRecord[]> {
    const rows = await readSetAside(this.pool, readProjection.name, tenant, {
      after: BigInt(after ?? 0),
      limit: SHOWN_MAX,
    });
    return rows.map(({ position, content, ...row }) =>
      Object.assign(new SetAsideRecord(), row, content, { position: position.toString() }),
    );
  }

  @Query(() => [DatabaseWait], {
    description:
      'Who waits in the database for what somebody else holds, the longest first: at most 20, of all cities.',
  })
  @RequirePermission('setaside.read')
  async databaseWaits(): Promise<DatabaseWait[]> {
    const waits = await readWaits(this.pool);
    return waits.map((wait) => Object.assign(new DatabaseWait(), wait));
  }
}
