import { Global, Module } from '@nestjs/common';
import { SecurityLogList } from './list/security-log-list.js';
import { SecurityLogResolver } from './list/security-log.resolver.js';
import { SecurityLogPruning } from './security-log-pruning.js';
import { SecurityLog } from './security-log.js';

/** What happened and changed nobody's rights: written by whoever sees it, read by auditors. */
@Global()
@Module({
  providers: [SecurityLog, SecurityLogPruning, SecurityLogList, SecurityLogResolver],
  exports: [SecurityLog],
})
export class SecurityLogModule {}
