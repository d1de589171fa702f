import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { BOUND_TO_CITIES } from './city-client.js';
import { APPLICATION_OPTIONS } from './database.js';
import { Outage } from './outage.js';
import { plainTypes } from './plain-types.js';
import { RequestPool, timeLimits } from './request-pool.js';
import { shareConnections } from './shares.js';

/** Token of the application's connections for hand-written SQL: `@Inject(POOL) pool: pg.Pool`. */
export const POOL = Symbol('Pool');

/** Token of the connections that follow the log and build tables: `@Inject(FOLLOW_POOL) pool: pg.Pool`. */
export const FOLLOW_POOL = Symbol('FollowPool');

/** Token of the database's address for the application's role, for connections of one's own. */
export const APPLICATION_URL = Symbol('ApplicationUrl');

/** Longest wait of a follower for a lock. */
const LOCK_MS_MAX = 10_000;
/** How much longer than the database the client waits for an answer: then the connection has gone silent. */
const SILENCE_MS_MAX = 10_000;

@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(FOLLOW_POOL) private readonly followPool: pg.Pool,
  ) {}

  /** @param url of a migrated database; see `openDatabase`. */
  static of(url: string, config: Config): DynamicModule {
    const shares = shareConnections(config.databaseConnections);
    const outage = new Outage();
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url,
          autoLoadEntities: true,
          // The database has answered by now; what fails here fails again.
          retryAttempts: 0,
          poolErrorHandler: (error: unknown) => outage.covers(error),
          extra: {
            ...BOUND_TO_CITIES,
            options: APPLICATION_OPTIONS,
            max: shares.identity,
            ...timeLimits(config.limits),
          },
        }),
      ],
      providers: [
        { provide: APPLICATION_URL, useValue: url },
        { provide: Outage, useValue: outage },
        { provide: POOL, useFactory: () => newRequestPool(url, shares.requests, config, outage) },
        {
          provide: FOLLOW_POOL,
          useFactory: (pool: pg.Pool) =>
            shares.following === 0 ? pool : newFollowPool(url, shares.following, config, outage),
          inject: [POOL],
        },
      ],
      exports: [APPLICATION_URL, POOL, FOLLOW_POOL, Outage],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
    if (this.followPool !== this.pool) await this.followPool.end();
  }
}

function newRequestPool(url: string, max: number, { limits }: Config, outage: Outage): pg.Pool {
  const options = { ...BOUND_TO_CITIES, connectionString: url, options: APPLICATION_OPTIONS, types: plainTypes, max };
  return new RequestPool(options, limits, outage);
}

function newPool(url: string, options: pg.PoolConfig, outage: Outage): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, options: APPLICATION_OPTIONS, types: plainTypes, ...options });
  // A connection that breaks while idle is replaced; unheard, the event would end the process.
  pool.on('error', (error) => outage.covers(error));
  pool.on('connect', () => outage.over());
  return pool;
}

/**
 * A follower's transaction holds its city's lease: no statement of it waits without end, and when the connection goes
 * silent, the client gives it up.
 */
function newFollowPool(url: string, max: number, { batchSeconds }: Config, outage: Outage): pg.Pool {
  const limits = {
    statement_timeout: batchSeconds * 1000,
    lock_timeout: LOCK_MS_MAX,
  };
  const set = Object.entries(limits).map(([name, ms]) => `-c ${name}=${ms}`);
  const options = {
    max,
    options: [APPLICATION_OPTIONS, ...set].join(' '),
    query_timeout: batchSeconds * 1000 + SILENCE_MS_MAX,
    keepAlive: true,
  };
  return newPool(url, options, outage);
}
