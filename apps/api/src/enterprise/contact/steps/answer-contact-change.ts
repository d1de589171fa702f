import {
  decideContactAgreement,
  decideContactRefusal,
  decideContactWithdrawal,
  type OnProposal,
  type RegistryDecision,
} from '@duixian/registry';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import type { Records } from '../../../command/records.js';
import type { Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.module.js';
import { proposalAnswers } from '../../proposal-answers.js';

/** What somebody says of a proposed contact. */
type ContactAnswer =
  { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };

class AnswerContactChangeCommand extends Command<Outcome> {
  constructor(readonly request: OnProposal & { readonly answer: ContactAnswer }) {
    super();
  }
}

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

export const AnswerContactChangeResolver = proposalAnswers({
  matter: 'ContactChange',
  agree: {
    permission: 'contact.change',
    description:
      'Another clerk agrees to a proposed contact; its waiting time begins, and the very first one holds at once.',
  },
  refuse: {
    permission: 'contact.change',
    description: 'Another clerk stops a proposed contact, also one that was agreed to, before it takes effect.',
  },
  withdraw: {
    permission: 'contact.change',
    description: 'The proposer takes a proposed contact back before it takes effect.',
  },
  command: AnswerContactChangeCommand,
});
