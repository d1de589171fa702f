import { Catalogue } from '@duixian/policy';
import { readCatalogue } from '@duixian/policy-files';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';

/** The policies in force, read once when the process starts; injected as `Catalogue`. */
@Global()
@Module({
  providers: [
    {
      provide: Catalogue,
      useFactory: (config: Config) => readCatalogue(config.policiesDir ?? undefined),
      inject: [CONFIG],
    },
  ],
  exports: [Catalogue],
})
export class CatalogueModule {}
