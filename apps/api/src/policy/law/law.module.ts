import { Global, Module } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { POOL } from '../../database/database.module.js';
import { Law } from './law.js';
import { Offices } from './offices.js';
import { PolicyBooks } from './policy-books.js';
import { PolicyFolder } from './policy-folder.js';
import { readFolder } from './read-folder.js';
import { VersionUse } from './version-use.js';

/** Which version of which document decides: what is on record, and what the folder holds. */
@Global()
@Module({
  providers: [
    {
      provide: PolicyFolder,
      useFactory: async ({ policiesDir }: Config, pool: pg.Pool) =>
        new PolicyFolder(await readFolder(policiesDir, pool)),
      inject: [CONFIG, POOL],
    },
    Law,
    Offices,
    PolicyBooks,
    VersionUse,
  ],
  exports: [Law, Offices, PolicyBooks, PolicyFolder, VersionUse],
})
export class LawModule {}
