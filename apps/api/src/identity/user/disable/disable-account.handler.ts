import { decideDisabling, HEADCOUNT_ACCOUNTS } from '@duixian/office';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { AccountTable } from '../account-table.js';
import { DisableAccountCommand } from './disable-account.command.js';

@CommandHandler(DisableAccountCommand)
export class DisableAccountHandler implements ICommandHandler<DisableAccountCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly table: AccountTable,
  ) {}

  async execute({ request: command, address }: DisableAccountCommand): Promise<Outcome> {
    const outcome = await this.runner.run('disableAccount', command, async (records) => {
      const guards = await records.guards(HEADCOUNT_ACCOUNTS);
      return decideDisabling({ command, official: await records.official(command.official), guards, address });
    });
    if (outcome.ok) await this.table.settle(command.tenant, command.official);
    return outcome;
  }
}
