import { decideAccountNotice } from '@duixian/registry';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { GiveAccountNoticeCommand } from './give-account-notice.command.js';

@CommandHandler(GiveAccountNoticeCommand)
export class GiveAccountNoticeHandler implements ICommandHandler<GiveAccountNoticeCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: GiveAccountNoticeCommand): Promise<Outcome> {
    return this.runner.run('giveAccountNotice', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      const accounts = await records.accounts(command.uscc);
      return decideAccountNotice({ command, enterprise, accounts });
    });
  }
}
