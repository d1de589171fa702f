import { readCatalogue } from '@duixian/policy-files';
import { Global, Module } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Law } from './law.js';
import { PolicyBooks } from './policy-books.js';
import { PolicyFolder } from './policy-folder.js';
import { VersionUse } from './version-use.js';

/** Which version of which document decides: what is on record, and what the folder holds. */
@Global()
@Module({
  providers: [
    {
      provide: PolicyFolder,
      useFactory: ({ policiesDir }: Config) =>
        new PolicyFolder(readCatalogue(policiesDir ?? undefined, { othersOnRecord: true })),
      inject: [CONFIG],
    },
    Law,
    PolicyBooks,
    VersionUse,
  ],
  exports: [Law, PolicyBooks, PolicyFolder, VersionUse],
})
export class LawModule {}
