import { Global, Module } from '@nestjs/common';
import { DelegateResolver, DelegationAnswer, EndDelegationHandler, GiveDelegationHandler } from './delegate.js';
import { DelegationList } from './delegation-list.js';
import { DelegationRows } from './delegation-rows.js';
import { DelegationsResolver } from './delegations.resolver.js';
import { StandIns } from './stand-ins.js';

/** 委托代办: who stands in for whom. */
@Global()
@Module({
  providers: [
    GiveDelegationHandler,
    EndDelegationHandler,
    DelegationAnswer,
    DelegateResolver,
    DelegationList,
    DelegationRows,
    DelegationsResolver,
    StandIns,
  ],
  exports: [StandIns],
})
export class DelegationModule {}
