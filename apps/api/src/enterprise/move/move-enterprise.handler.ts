import { decideMove } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { MoveEnterpriseCommand } from './move-enterprise.command.js';

@CommandHandler(MoveEnterpriseCommand)
export class MoveEnterpriseHandler implements ICommandHandler<MoveEnterpriseCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request: command }: MoveEnterpriseCommand): Promise<Outcome> {
    return this.runner.run('moveEnterprise', command, async (records) => {
      const enterprise = await records.enterprise(command.uscc);
      return decideMove({ command, enterprise });
    });
  }
}
