import {
  decideAccountAgreement,
  decideAccountRefusal,
  decideAccountWithdrawal,
  type OnProposal,
  type RegistryDecision,
} from '@duixian/registry';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { Records } from '../../command/records.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { proposalAnswers } from '../../enterprise/proposal-answers.js';

/** What somebody says of a proposed account. */
type AccountAnswer =
  { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };

export class AnswerAccountChangeCommand extends Command<Outcome> {
  constructor(readonly request: OnProposal & { readonly answer: AccountAnswer }) {
    super();
  }
}

type Request = AnswerAccountChangeCommand['request'];

@CommandHandler(AnswerAccountChangeCommand)
export class AnswerAccountChangeHandler implements ICommandHandler<AnswerAccountChangeCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  execute({ request }: AnswerAccountChangeCommand): Promise<Outcome> {
    return this.runner.run('answerAccountChange', request, (records) => this.decide(request, records));
  }

  private async decide(command: Request, records: Records): Promise<RegistryDecision> {
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

export const AnswerAccountChangeResolver = proposalAnswers({
  matter: 'AccountChange',
  agree: {
    permission: 'bank-account.change',
    description: 'Another clerk agrees to a proposed account; its waiting time begins.',
  },
  refuse: {
    permission: 'bank-account.refuse',
    description: 'A clerk or finance stops a proposed account, also one that was agreed to, before it takes effect.',
  },
  withdraw: {
    permission: 'bank-account.change',
    description: 'The proposer takes a proposed account back before it takes effect.',
  },
  command: AnswerAccountChangeCommand,
});
