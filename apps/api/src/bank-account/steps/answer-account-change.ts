import {
  decideAccountAgreement,
  decideAccountRefusal,
  decideAccountWithdrawal,
  type RegistryDecision,
} from '@duixian/registry';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Inject, Injectable } from '@nestjs/common';
import { proposalAnswers, type AnswerDecision } from '../../command/proposal-answers.js';
import type { Records } from '../../command/records.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { SHOWN_WITH_ENTERPRISE } from '../../enterprise/enterprise-proposal.result.js';

@Injectable()
class AccountDecision implements AnswerDecision<'ACCOUNT'> {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async decide(records: Records, command: AnswerTo<'ACCOUNT'>): Promise<RegistryDecision> {
    const { uscc, answer } = command;
    const file = { enterprise: await records.enterprise(uscc), accounts: await records.accounts(uscc) };
    switch (answer.kind) {
      case 'agree': {
        const wasGranted = (await records.entitlement(uscc)).grants.size > 0;
        const waitingDays = this.config.accountWaitingDays;
        return decideAccountAgreement({ ...file, command, wasGranted, waitingDays });
      }
      case 'refuse':
        return decideAccountRefusal({ ...file, command: { ...command, reason: answer.reason } });
      case 'withdraw':
        return decideAccountWithdrawal({ ...file, command });
    }
  }
}

export const accountAnswers = proposalAnswers('ACCOUNT', {
  name: 'answerAccountChange',
  decision: AccountDecision,
  ...SHOWN_WITH_ENTERPRISE,
});
