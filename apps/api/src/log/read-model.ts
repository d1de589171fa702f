import {
  ensureProjection,
  EventStore,
  followProjection,
  rebuild,
  type Follower,
  type ProjectionContext,
} from '@duixian/event-store';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { POOL } from '../database/database.module.js';
import { readProjection } from './read-projection.js';

/** How long an answer waits for the tables to show what was just recorded. */
const CATCH_UP_MS_MAX = 5_000;

/** Schema `read`: tables filled from the log by a follower of their own. */
@Injectable()
export class ReadModel implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ReadModel.name);
  private readonly context: ProjectionContext;
  private readonly follower: Follower;
  private rebuilding: Promise<void> | null = null;

  constructor(
    store: EventStore,
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.context = { store, pool };
    this.follower = followProjection(readProjection, this.context);
  }

  async onModuleInit(): Promise<void> {
    await ensureProjection(readProjection, this.context);
    if (this.config.role !== 'api') this.follower.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.follower.stop();
  }

  /**
   * True once the tables hold everything up to a position: whoever records something and then answers from the tables
   * waits here. It gives up after five seconds, since the record stands and the tables will follow.
   */
  async caughtUp(tenant: string, position: bigint): Promise<boolean> {
    const reached = await this.follower.waitFor(tenant, position, CATCH_UP_MS_MAX);
    if (!reached) this.logger.warn(`The read model of ${tenant} has not reached position ${position.toString()} yet.`);
    return reached;
  }

  /** Position up to which the tables hold everything of the tenant. Read it before the rows that it speaks of. */
  async position(tenant: string): Promise<bigint> {
    const { rows } = await this.pool.query<{ position: string }>({
      name: 'read.position',
      text: 'select position from read.progress where tenant = $1',
      values: [tenant],
    });
    return BigInt(rows[0]?.position ?? 0);
  }

  /**
   * Builds the tables anew beside the live ones and switches, while everybody goes on working. Whoever asks while that
   * is under way waits for it: each build that waited for its turn would keep a connection that the first one needs.
   */
  rebuild(): Promise<void> {
    this.rebuilding ??= rebuild(readProjection, this.context).finally(() => {
      this.rebuilding = null;
    });
    return this.rebuilding;
  }
}
