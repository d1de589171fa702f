import { Module } from '@nestjs/common';
import { EnterpriseCommandsModule } from '../enterprise/enterprise-commands.module.js';
import { accountAnswers } from './steps/answer-account-change.js';
import { GiveAccountNoticeHandler, GiveAccountNoticeResolver } from './steps/give-account-notice.js';
import { AccountNumberResolver } from './number/account-number.resolver.js';
import { ProposeAccountChangeHandler, ProposeAccountChangeResolver } from './steps/propose-account-change.js';
import { BankAccountChanges } from './read/bank-account-changes.js';
import { BankAccountsResolver } from './read/bank-accounts.resolver.js';
import { EnterprisesSharing } from './read/enterprises-sharing.js';

const handlers = [ProposeAccountChangeHandler, GiveAccountNoticeHandler];

const resolvers = [
  ProposeAccountChangeResolver,
  GiveAccountNoticeResolver,
  BankAccountsResolver,
  AccountNumberResolver,
];

/** Where enterprises' money goes: proposals, notices, answers, one file each, and how they are read. */
@Module({
  imports: [EnterpriseCommandsModule],
  providers: [...handlers, ...resolvers, ...accountAnswers.providers, BankAccountChanges, EnterprisesSharing],
})
export class BankAccountModule {}
