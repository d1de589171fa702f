import { Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { AttachFiles } from './attach-files.js';
import { CheckFactHandler, CheckFactsResolver, WithdrawFactCheckHandler } from './check/check-facts.js';
import { FactChecksResolver } from './check/fact-checks.resolver.js';
import { FileRows } from './file-rows.js';
import { FileResolver, FilesResolver } from './files.resolver.js';
import { AttachFileHandler, FileAnswer, KeepFilesResolver, WithdrawFileHandler } from './keep-files.js';
import { ReadFileController } from './read/read-file.controller.js';
import { VirusScans } from './scan/virus-scans.js';
import { ReadInvoicesResolver } from './invoice/read-invoices.resolver.js';
import { SameContentResolver } from './same-content/same-content.resolver.js';
import { SameContentsLoader } from './same-content/same-contents.js';
import { FILE_STORE } from './store/file-store.js';
import { openStore } from './store/open-store.js';
import { UploadController } from './upload/upload.controller.js';
import { UploadFolder } from './upload/upload-folder.js';
import { UploadSweep } from './upload/upload-sweep.js';
import { Uploads } from './upload/uploads.js';

/** 材料附件: the files of claims, from the first part that comes to the record. */
@Module({
  controllers: [UploadController, ReadFileController],
  providers: [
    { provide: FILE_STORE, useFactory: ({ files }: Config) => openStore(files), inject: [CONFIG] },
    UploadFolder,
    Uploads,
    UploadSweep,
    AttachFiles,
    AttachFileHandler,
    WithdrawFileHandler,
    FileRows,
    FileAnswer,
    KeepFilesResolver,
    FilesResolver,
    FileResolver,
    VirusScans,
    ReadInvoicesResolver,
    CheckFactHandler,
    WithdrawFactCheckHandler,
    CheckFactsResolver,
    FactChecksResolver,
    SameContentsLoader,
    SameContentResolver,
  ],
})
export class EvidenceFileModule {}
