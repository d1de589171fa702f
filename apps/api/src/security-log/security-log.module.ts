import { Global, Module } from '@nestjs/common';
import { SecurityLogList } from './list/security-log-list.js';
import { SecurityLogResolver } from './list/security-log.resolver.js';
import { SecurityLogCheck } from './security-log-check.js';
import { SecurityLogPruning } from './security-log-pruning.js';
import { SecurityLog } from './security-log.js';

/** What happened and changed nobody's rights: written by whoever sees it, read by auditors. */
@Global()
@Module({
  providers: [SecurityLog, SecurityLogCheck, SecurityLogPruning, SecurityLogList, SecurityLogResolver],
  exports: [SecurityLog, SecurityLogCheck],
})
export class SecurityLogModule {}
