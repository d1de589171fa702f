import { Module, type DynamicModule } from '@nestjs/common';
import { ClockModule } from './clock/clock.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DivisionModule } from './division/division.module.js';
import { graphqlModule } from './graphql/graphql.module.js';
import { ScalarsModule } from './graphql/scalars/scalars.module.js';
import { HealthController } from './health/health.controller.js';
import { IdentityModule } from './identity/identity.module.js';
import { LogModule } from './log/log.module.js';
import { loggingModule } from './logging.js';
import { CatalogueModule } from './policy/catalogue/catalogue.module.js';

/** All of the application. Another city is another folder of data, never another line here. */
@Module({})
export class AppModule {
  static of(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        loggingModule(config),
        ClockModule,
        DatabaseModule.of(databaseUrl),
        LogModule,
        CatalogueModule,
        DivisionModule,
        IdentityModule,
        ScalarsModule,
        graphqlModule,
      ],
      controllers: [HealthController],
    };
  }
}
