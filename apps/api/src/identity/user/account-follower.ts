import { EventStore, Follower } from '@duixian/event-store';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { POOL } from '../../database/database.module.js';
import { Outage } from '../../database/outage.js';
import { OutageLog } from '../../log/outage-log.js';
import { idIn } from '../../log/read-table.js';
import { AccountTable } from './account-table.js';

/** Nobody waits for it: whoever changes an account settles its row himself. */
const LOOK_APART_MS = 250;

/** Brings the officials' rows up to date with the log, where whoever recorded something could not do it any more. */
@Injectable()
export class AccountFollower implements OnModuleInit, OnApplicationShutdown {
  private readonly follower: Follower;

  constructor(
    store: EventStore,
    table: AccountTable,
    @Inject(POOL) pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    outage: Outage,
  ) {
    const outages = new OutageLog(new Logger(AccountFollower.name), outage);
    this.follower = new Follower({
      store,
      pool,
      name: 'accounts',
      version: 1,
      lookApartMs: LOOK_APART_MS,
      async handler(batch, tx) {
        const touched = batch.flatMap(({ tenant, stream }) => {
          const id = idIn(stream, 'official-');
          return id === null ? [] : [[tenant, id] as const];
        });
        await table.settleAllOn(tx, [...new Map(touched.map((each) => [each.join(' '), each])).values()]);
      },
      onError: (error, tenant) => outages.say(`Following the accounts of ${tenant ?? 'any city'} fails:`, error),
    });
  }

  onModuleInit(): void {
    if (this.config.role !== 'api') this.follower.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.follower.stop();
  }

  /** Resolves once the rows follow the log up to a position; false when that takes too long. */
  caughtUp(tenant: string, position: bigint, timeoutMs: number): Promise<boolean> {
    return this.follower.waitFor(tenant, position, timeoutMs);
  }
}
