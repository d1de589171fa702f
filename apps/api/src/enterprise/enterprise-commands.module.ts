import { Module } from '@nestjs/common';
import { PayeeAccounts } from '../bank-account/payee-accounts.js';
import { ContactChanges } from './contact/contact-changes.js';
import { ContactStore } from './contact/contact-store.js';
import { EraseContactHandler } from './contact/erase/erase-contact.handler.js';
import { EraseContactResolver } from './contact/erase/erase-contact.resolver.js';
import { UpdateContactHandler } from './contact/update/update-contact.handler.js';
import { UpdateContactResolver } from './contact/update/update-contact.resolver.js';
import { EnterpriseAnswer } from './enterprise-answer.js';
import { AnswerMoveHandler } from './move/answer-move.handler.js';
import { AnswerMoveResolver } from './move/answer-move.resolver.js';
import { ProposeMoveHandler } from './move/propose-move.handler.js';
import { ProposeMoveResolver } from './move/propose-move.resolver.js';
import { AnswerEnterpriseChangeHandler, ProposeEnterpriseChangeHandler } from './change/enterprise-change.handler.js';
import { EnterpriseChangeResolver } from './change/enterprise-change.resolver.js';
import { RegisterEnterpriseHandler } from './register/register-enterprise.handler.js';
import { RegisterEnterpriseResolver } from './register/register-enterprise.resolver.js';

const handlers = [
  RegisterEnterpriseHandler,
  ProposeMoveHandler,
  AnswerMoveHandler,
  ProposeEnterpriseChangeHandler,
  AnswerEnterpriseChangeHandler,
  UpdateContactHandler,
  EraseContactHandler,
];

const resolvers = [
  RegisterEnterpriseResolver,
  ProposeMoveResolver,
  AnswerMoveResolver,
  EnterpriseChangeResolver,
  UpdateContactResolver,
  EraseContactResolver,
];

/** Entering enterprises, their moves, changes and contacts, one folder each. */
@Module({
  providers: [...handlers, ...resolvers, EnterpriseAnswer, ContactStore, ContactChanges, PayeeAccounts],
  exports: [EnterpriseAnswer, PayeeAccounts],
})
export class EnterpriseCommandsModule {}
