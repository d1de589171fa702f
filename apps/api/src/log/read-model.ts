import { setTimeout as pause } from 'node:timers/promises';
import {
  ensureProjection,
  EventStore,
  followProjection,
  isBuildWanted,
  openToCities,
  readFollowState,
  rebuild,
  type Follower,
  type FollowerPulse,
  type FollowState,
  type Projection,
  type ProjectionContext,
  type SetAside,
} from '@duixian/event-store';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { FOLLOW_POOL, POOL } from '../database/database.module.js';
import { Outage } from '../database/outage.js';
import { acrossCities, forNobody } from '../request/request-scope.js';
import { codeFingerprint } from './code-fingerprint.js';
import { LogNews } from './log-news.js';
import { OutageLog } from './outage-log.js';
import { readProjection } from './read-projection.js';

/** How long it is waited for the tables to show what was just recorded. */
const CATCH_UP_MS_MAX = 5_000;
const RETRY_MS = 5_000;

/** Schema `read`: tables filled from the log by a follower of their own. */
@Injectable()
export class ReadModel implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ReadModel.name);
  private readonly outages: OutageLog;
  private readonly projection: Projection = { ...readProjection, fingerprint: codeFingerprint() };
  private readonly context: ProjectionContext;
  private readonly follower: Follower;
  private readonly stopping = new AbortController();
  private building: Promise<void> | null = null;
  private rebuilding: Promise<void> | null = null;

  constructor(
    private readonly store: EventStore,
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(FOLLOW_POOL) followPool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    news: LogNews,
    outage: Outage,
  ) {
    this.outages = new OutageLog(this.logger, outage);
    this.context = {
      store,
      pool: followPool,
      leaseMs: config.leaseSeconds * 1000,
      onSetAside: (found) => this.sayWhatIsSetAside(found),
    };
    this.follower = followProjection(this.projection, this.context, {
      concurrency: Math.max(1, followPool.options.max - 1),
      onError: (error, tenant) => this.outages.say(`Following the log of ${tenant ?? 'any city'} fails:`, error),
      onBeat: () => void this.keepBuilt(),
    });
    news.onNews(() => this.follower.wake());
  }

  async onModuleInit(): Promise<void> {
    const started = new AbortController();
    await Promise.race([
      this.keepBuilt(),
      pause(this.config.startSeconds * 1_000, null, { signal: started.signal }).catch(() => null),
    ]);
    started.abort();
    if (this.config.role !== 'api') this.follower.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.follower.stop();
    await this.building;
  }

  /** True once the tables hold everything up to a position; false after five seconds: the tables will follow. */
  async caughtUp(tenant: string, position: bigint): Promise<boolean> {
    const reached = await this.follower.waitFor(tenant, position, CATCH_UP_MS_MAX);
    if (!reached) this.logger.warn(`The read model of ${tenant} has not reached position ${position.toString()} yet.`);
    return reached;
  }

  /**
   * Whether the tables hold everything up to a position, which is waited for. A position that the log itself has not
   * reached is not: nothing that is recorded will show there.
   */
  async holds(tenant: string, position: bigint, timeoutMs: number): Promise<boolean> {
    if (await this.follower.waitFor(tenant, position, 0)) return true;
    if ((await this.store.head(tenant)) < position) return false;
    return this.follower.waitFor(tenant, position, timeoutMs);
  }

  /** How the tables of every city stand against the log, and who follows it. */
  state(): Promise<FollowState> {
    return acrossCities(() => readFollowState(this.pool, this.projection.name));
  }

  /** How the follower of this process fares. */
  get pulse(): FollowerPulse {
    return this.follower.pulse;
  }

  /**
   * Builds the tables anew beside the live ones and switches, while everybody goes on working. Whoever asks while that
   * is under way waits for it.
   */
  rebuild(): Promise<void> {
    this.rebuilding ??= forNobody(() => rebuild(this.projection, this.context, this.stopping.signal)).finally(() => {
      this.rebuilding = null;
    });
    return this.rebuilding;
  }

  /** Builds the tables when they are of an older version, or could hold more than they do; one at a time. */
  keepBuilt(): Promise<void> {
    this.building ??= this.build().finally(() => {
      this.building = null;
    });
    return this.building;
  }

  /** Tries until it succeeds: a build goes on from where it was, and no start fails for a database that is away. */
  private async build(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await openToCities(this.projection, this.context);
        if (!(await isBuildWanted(this.projection, this.context))) return;
        this.logger.log('The read tables are being built from the log.');
        await ensureProjection(this.projection, this.context, this.stopping.signal);
        this.logger.log('The read tables are built.');
      } catch (error) {
        this.outages.say('Building the read tables fails:', error);
        await pause(RETRY_MS, null, { signal: this.stopping.signal, ref: false }).catch(() => null);
      }
    }
  }

  private sayWhatIsSetAside({ tenant, stream, position, eventId, type, error, because }: SetAside): void {
    if (because !== null) return;
    this.logger.error(
      `${tenant}: event ${position.toString()} (${type}, ${eventId}) of ${stream} cannot be shown in the tables: ${error} ` +
        'The stream is set aside, and the rest goes on.',
    );
  }
}
