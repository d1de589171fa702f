import { EventStore } from '@duixian/event-store';
import { Global, Module } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { POOL } from '../database/database.module.js';
import { AskedPositions } from './asked-position.js';
import { FoldStreams } from './fold-streams.js';
import { LogNews } from './log-news.js';
import { Positions } from './positions.js';
import { ReadModel } from './read-model.js';
import { RebuildResolver } from './rebuild.resolver.js';
import { TablesWait } from './tables-wait.js';
import { UPCASTERS } from './upcasters.js';

/** The guarded log (`EventStore`) and the tables that follow it (`ReadModel`). */
@Global()
@Module({
  providers: [
    RebuildResolver,
    {
      provide: EventStore,
      useFactory: (pool: pg.Pool, { limits: { appendSeconds, appendQueue } }: Config) =>
        new EventStore(pool, {
          upcasters: UPCASTERS,
          patience: { waitMs: appendSeconds * 1_000, waitingMax: appendQueue },
        }),
      inject: [POOL, CONFIG],
    },
    FoldStreams,
    LogNews,
    ReadModel,
    TablesWait,
    Positions,
    AskedPositions,
  ],
  exports: [EventStore, FoldStreams, LogNews, ReadModel, TablesWait, Positions],
})
export class LogModule {}
