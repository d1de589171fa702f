import { Inject, Logger, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { APPLICATION_OPTIONS } from './database.js';
import { plainTypes } from './plain-types.js';

/** Token of the application's connections for hand-written SQL: `@Inject(POOL) pool: pg.Pool`. */
export const POOL = Symbol('Pool');

/** TypeORM serves small tables of identity only, so most connections go to the hand-written queries. */
const ORM_CONNECTIONS = 4;

@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /** @param url of a migrated database; see `openDatabase`. */
  static of(url: string): DynamicModule {
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
          extra: { options: APPLICATION_OPTIONS, max: ORM_CONNECTIONS },
        }),
      ],
      providers: [{ provide: POOL, useFactory: (config: Config) => newPool(url, config), inject: [CONFIG] }],
      exports: [POOL],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

function newPool(url: string, config: Config): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    options: APPLICATION_OPTIONS,
    max: Math.max(1, config.databaseConnections - ORM_CONNECTIONS),
    types: plainTypes,
  });
  // A connection that breaks while idle is replaced; unheard, the event would end the process.
  pool.on('error', (error) => logger.warn(`An idle connection to the database broke: ${error.message}`));
  return pool;
}

const logger = new Logger('Database');
