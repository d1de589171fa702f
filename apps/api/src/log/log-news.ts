import { AppendListener, AppendTeller, EventStore } from '@duixian/event-store';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { APPLICATION_OPTIONS } from '../database/database.js';
import { APPLICATION_URL, POOL } from '../database/database.module.js';
import { shareConnections } from '../database/shares.js';

/**
 * That something was appended, from the processes that only answer to those that follow: the tables of a system in two
 * processes are as fresh as those of one. Where no connection can be spared, followers look for themselves.
 */
@Injectable()
export class LogNews implements OnModuleInit, BeforeApplicationShutdown {
  private readonly hearers = new Set<() => void>();
  private readonly teller: AppendTeller;
  private readonly listener: AppendListener;

  constructor(
    private readonly store: EventStore,
    @Inject(POOL) pool: pg.Pool,
    @Inject(APPLICATION_URL) url: string,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const options = { connectionString: url, options: APPLICATION_OPTIONS, keepAlive: true };
    this.teller = new AppendTeller(pool);
    this.listener = new AppendListener(
      () => new pg.Client(options),
      () => this.announce(),
    );
  }

  onModuleInit(): void {
    const { role, databaseConnections } = this.config;
    if (role === 'api') this.store.onAppended(() => this.teller.tell());
    else if (shareConnections(databaseConnections).listening > 0) this.listener.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.listener.stop();
  }

  /** Calls back after an append of another process. */
  onNews(hear: () => void): void {
    this.hearers.add(hear);
  }

  private announce(): void {
    for (const hear of this.hearers) hear();
  }
}
