import {
  decideContactAgreement,
  decideContactRefusal,
  decideContactWithdrawal,
  type RegistryDecision,
} from '@duixian/registry';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Inject, Injectable } from '@nestjs/common';
import { proposalAnswers, type AnswerDecision } from '../../../command/proposal-answers.js';
import type { Records } from '../../../command/records.js';
import type { Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.module.js';
import { SHOWN_WITH_ENTERPRISE } from '../../enterprise-proposal.result.js';

@Injectable()
class ContactDecision implements AnswerDecision<'CONTACT'> {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async decide(records: Records, command: AnswerTo<'CONTACT'>): Promise<RegistryDecision> {
    const { uscc, answer } = command;
    const file = { enterprise: await records.enterprise(uscc), contacts: await records.contacts(uscc) };
    switch (answer.kind) {
      case 'agree':
        return decideContactAgreement({ ...file, command, waitingDays: this.config.accountWaitingDays });
      case 'refuse':
        return decideContactRefusal({ ...file, command: { ...command, reason: answer.reason } });
      case 'withdraw':
        return decideContactWithdrawal({ ...file, command });
    }
  }
}

export const contactAnswers = proposalAnswers('CONTACT', {
  name: 'answerContactChange',
  decision: ContactDecision,
  ...SHOWN_WITH_ENTERPRISE,
});
