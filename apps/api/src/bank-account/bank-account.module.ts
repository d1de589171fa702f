import { Module } from '@nestjs/common';
import { EnterpriseCommandsModule } from '../enterprise/enterprise-commands.module.js';
import { AnswerAccountChangeHandler } from './answer/answer-account-change.handler.js';
import { AnswerAccountChangeResolver } from './answer/answer-account-change.resolver.js';
import { GiveAccountNoticeHandler } from './notice/give-account-notice.handler.js';
import { GiveAccountNoticeResolver } from './notice/give-account-notice.resolver.js';
import { AccountNumberResolver } from './number/account-number.resolver.js';
import { ProposeAccountChangeHandler } from './propose/propose-account-change.handler.js';
import { ProposeAccountChangeResolver } from './propose/propose-account-change.resolver.js';
import { BankAccountChanges } from './read/bank-account-changes.js';
import { BankAccountsResolver } from './read/bank-accounts.resolver.js';
import { EnterprisesSharing } from './read/enterprises-sharing.js';

const handlers = [ProposeAccountChangeHandler, GiveAccountNoticeHandler, AnswerAccountChangeHandler];

const resolvers = [
  ProposeAccountChangeResolver,
  GiveAccountNoticeResolver,
  AnswerAccountChangeResolver,
  BankAccountsResolver,
  AccountNumberResolver,
];

/** Where enterprises' money goes: proposals, notices, answers, one folder each, and how they are read. */
@Module({
  imports: [EnterpriseCommandsModule],
  providers: [...handlers, ...resolvers, BankAccountChanges, EnterprisesSharing],
})
export class BankAccountModule {}
