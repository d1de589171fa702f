import { decideReturn } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { ReturnClaimCommand } from './return-claim.command.js';

@CommandHandler(ReturnClaimCommand)
export class ReturnClaimHandler implements ICommandHandler<ReturnClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ReturnClaimCommand): Promise<Outcome> {
    return this.runner.run('returnClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      return decideReturn({ command, claim, catalogue });
    });
  }
}
