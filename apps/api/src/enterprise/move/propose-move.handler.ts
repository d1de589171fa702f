import { decideMoveProposal } from '@duixian/casework';
import { Catalogue } from '@duixian/policy';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { ProposeMoveCommand } from './propose-move.command.js';

@CommandHandler(ProposeMoveCommand)
export class ProposeMoveHandler implements ICommandHandler<ProposeMoveCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly catalogue: Catalogue,
  ) {}

  execute({ request }: ProposeMoveCommand): Promise<Outcome> {
    return this.runner.run('proposeMove', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      return decideMoveProposal({ command, enterprise, places: this.catalogue.places });
    });
  }
}
