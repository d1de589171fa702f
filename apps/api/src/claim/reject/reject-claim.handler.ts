import { decideRejection } from '@duixian/casework';
import { Catalogue } from '@duixian/policy';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { RejectClaimCommand } from './reject-claim.command.js';

@CommandHandler(RejectClaimCommand)
export class RejectClaimHandler implements ICommandHandler<RejectClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly catalogue: Catalogue,
  ) {}

  execute({ request }: RejectClaimCommand): Promise<Outcome> {
    return this.runner.run('rejectClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      return decideRejection({ command, claim, catalogue: this.catalogue });
    });
  }
}
