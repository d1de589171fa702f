import { decideAgreement, decideRefusal, decideWithdrawal, HEADCOUNT_ACCOUNTS } from '@duixian/office';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { AccountTable } from '../account-table.js';
import { AnswerProposalCommand } from './answer-proposal.command.js';

@CommandHandler(AnswerProposalCommand)
export class AnswerProposalHandler implements ICommandHandler<AnswerProposalCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly table: AccountTable,
  ) {}

  async execute({ answering, address }: AnswerProposalCommand): Promise<Outcome> {
    const { tenant, official: id } = answering.request;
    const outcome = await this.runner.run(`${answering.kind}ToAccountChange`, answering.request, async (records) => {
      const guards = await records.guards(HEADCOUNT_ACCOUNTS);
      const file = { official: await records.official(id), guards, address };
      switch (answering.kind) {
        case 'agree':
          return decideAgreement({ command: answering.request, ...file });
        case 'refuse':
          return decideRefusal({ command: answering.request, ...file });
        case 'withdraw':
          return decideWithdrawal({ command: answering.request, ...file });
      }
    });
    if (outcome.ok) await this.table.settle(tenant, id);
    return outcome;
  }
}
