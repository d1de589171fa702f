import { Module } from '@nestjs/common';
import { PayeeAccounts } from '../bank-account/payee-accounts.js';
import { contactAnswers } from './contact/steps/answer-contact-change.js';
import { ContactProposals } from './contact/contact-proposals.js';
import { ContactStore } from './contact/contact-store.js';
import { EraseContactHandler, EraseContactResolver } from './contact/steps/erase-contact.js';
import { GiveContactNoticeHandler, GiveContactNoticeResolver } from './contact/steps/give-contact-notice.js';
import { ProposeContactChangeHandler, ProposeContactChangeResolver } from './contact/steps/propose-contact-change.js';
import { EnterpriseAnswer } from './enterprise-answer.js';
import { moveAnswers } from './move/answer-move.js';
import { ProposeMoveHandler, ProposeMoveResolver } from './move/propose-move.js';
import { ProposeChangeCorrectionHandler, ProposeChangeCorrectionResolver } from './change/change-correction.js';
import {
  enterpriseChangeAnswers,
  ProposeEnterpriseChangeHandler,
  ProposeEnterpriseChangeResolver,
} from './change/enterprise-change.js';
import { registrationAnswers } from './registration/answer-registration.js';
import { ProposeRegistrationHandler, ProposeRegistrationResolver } from './registration/propose-registration.js';
import { RegistrationAnswer } from './registration/registration-answer.js';
import { RegisterEnterpriseHandler, RegisterEnterpriseResolver } from './steps/register-enterprise.js';

const handlers = [
  RegisterEnterpriseHandler,
  ProposeRegistrationHandler,
  ProposeMoveHandler,
  ProposeEnterpriseChangeHandler,
  ProposeChangeCorrectionHandler,
  ProposeContactChangeHandler,
  GiveContactNoticeHandler,
  EraseContactHandler,
];

const resolvers = [
  RegisterEnterpriseResolver,
  ProposeRegistrationResolver,
  ProposeMoveResolver,
  ProposeEnterpriseChangeResolver,
  ProposeChangeCorrectionResolver,
  ProposeContactChangeResolver,
  GiveContactNoticeResolver,
  EraseContactResolver,
];

const answers = [registrationAnswers, moveAnswers, enterpriseChangeAnswers, contactAnswers].flatMap(
  ({ providers }) => providers,
);

/** Entering enterprises, their moves, changes and contacts, one file each. */
@Module({
  providers: [
    ...handlers,
    ...resolvers,
    ...answers,
    EnterpriseAnswer,
    RegistrationAnswer,
    ContactStore,
    ContactProposals,
    PayeeAccounts,
  ],
  exports: [EnterpriseAnswer, PayeeAccounts],
})
export class EnterpriseCommandsModule {}
