import { decideMoveProposal } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { ProposeMoveCommand } from './propose-move.command.js';
import { Law } from '../../policy/law/law.js';

@CommandHandler(ProposeMoveCommand)
export class ProposeMoveHandler implements ICommandHandler<ProposeMoveCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ProposeMoveCommand): Promise<Outcome> {
    return this.runner.run('proposeMove', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      return decideMoveProposal({ command, enterprise, places: this.law.places });
    });
  }
}
