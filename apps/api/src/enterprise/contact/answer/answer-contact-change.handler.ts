import {
  decideContactAgreement,
  decideContactRefusal,
  decideContactWithdrawal,
  type RegistryDecision,
} from '@duixian/registry';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import type { Records } from '../../../command/records.js';
import type { Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.module.js';
import { AnswerContactChangeCommand } from './answer-contact-change.command.js';

type Request = AnswerContactChangeCommand['request'];

@CommandHandler(AnswerContactChangeCommand)
export class AnswerContactChangeHandler implements ICommandHandler<AnswerContactChangeCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  execute({ request }: AnswerContactChangeCommand): Promise<Outcome> {
    return this.runner.run('answerContactChange', request, (records) => this.decide(request, records));
  }

  private async decide(command: Request, records: Records): Promise<RegistryDecision> {
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
