import { Module } from '@nestjs/common';
import { PayeeAccounts } from '../bank-account/payee-accounts.js';
import { AnswerContactChangeHandler } from './contact/answer/answer-contact-change.handler.js';
import { AnswerContactChangeResolver } from './contact/answer/answer-contact-change.resolver.js';
import { ContactProposals } from './contact/contact-proposals.js';
import { ContactStore } from './contact/contact-store.js';
import { EraseContactHandler } from './contact/erase/erase-contact.handler.js';
import { EraseContactResolver } from './contact/erase/erase-contact.resolver.js';
import { GiveContactNoticeHandler } from './contact/notice/give-contact-notice.handler.js';
import { GiveContactNoticeResolver } from './contact/notice/give-contact-notice.resolver.js';
import { ProposeContactChangeHandler } from './contact/propose/propose-contact-change.handler.js';
import { ProposeContactChangeResolver } from './contact/propose/propose-contact-change.resolver.js';
import { EnterpriseAnswer } from './enterprise-answer.js';
import { AnswerMoveHandler } from './move/answer-move.handler.js';
import { AnswerMoveResolver } from './move/answer-move.resolver.js';
import { ProposeMoveHandler } from './move/propose-move.handler.js';
import { ProposeMoveResolver } from './move/propose-move.resolver.js';
import { AnswerEnterpriseChangeHandler, ProposeEnterpriseChangeHandler } from './change/enterprise-change.handler.js';
import {
  AnswerEnterpriseChangeResolver,
  ProposeEnterpriseChangeResolver,
} from './change/enterprise-change.resolver.js';
import { RegisterEnterpriseHandler } from './register/register-enterprise.handler.js';
import { RegisterEnterpriseResolver } from './register/register-enterprise.resolver.js';

const handlers = [
  RegisterEnterpriseHandler,
  ProposeMoveHandler,
  AnswerMoveHandler,
  ProposeEnterpriseChangeHandler,
  AnswerEnterpriseChangeHandler,
  ProposeContactChangeHandler,
  GiveContactNoticeHandler,
  AnswerContactChangeHandler,
  EraseContactHandler,
];

const resolvers = [
  RegisterEnterpriseResolver,
  ProposeMoveResolver,
  AnswerMoveResolver,
  ProposeEnterpriseChangeResolver,
  AnswerEnterpriseChangeResolver,
  ProposeContactChangeResolver,
  GiveContactNoticeResolver,
  AnswerContactChangeResolver,
  EraseContactResolver,
];

/** Entering enterprises, their moves, changes and contacts, one folder each. */
@Module({
  providers: [...handlers, ...resolvers, EnterpriseAnswer, ContactStore, ContactProposals, PayeeAccounts],
  exports: [EnterpriseAnswer, PayeeAccounts],
})
export class EnterpriseCommandsModule {}
