import { EventStore } from '@duixian/event-store';
import { Global, Module } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { ReadModel } from './read-model.js';
import { RebuildResolver } from './rebuild.resolver.js';
import { UPCASTERS } from './upcasters.js';

/** The guarded log (`EventStore`) and the tables that follow it (`ReadModel`). */
@Global()
@Module({
  providers: [
    RebuildResolver,
    {
      provide: EventStore,
      useFactory: (pool: pg.Pool) => new EventStore(pool, { upcasters: UPCASTERS }),
      inject: [POOL],
    },
    ReadModel,
  ],
  exports: [EventStore, ReadModel],
})
export class LogModule {}
