import { Global, Module } from '@nestjs/common';
import { DeclareRecusalHandler, DeclareRecusalResolver, LiftRecusalHandler, RecusalAnswer } from './declare-recusal.js';
import { OwnRecusals } from './own-recusals.js';
import { RecusalList } from './recusal-list.js';
import { RecusalRows } from './recusal-rows.js';
import { RecusalsOfClaim } from './recusals-of-claim.js';
import { ClaimRecusalsResolver, RecusalsResolver } from './recusals.resolver.js';
import { Subordinates } from './subordinates.js';

/** 回避: who takes no part in what. */
@Global()
@Module({
  providers: [
    DeclareRecusalHandler,
    LiftRecusalHandler,
    RecusalAnswer,
    DeclareRecusalResolver,
    RecusalList,
    RecusalRows,
    RecusalsResolver,
    ClaimRecusalsResolver,
    RecusalsOfClaim,
    OwnRecusals,
    Subordinates,
  ],
  exports: [RecusalsOfClaim, OwnRecusals],
})
export class RecusalModule {}
