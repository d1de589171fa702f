import { decideResubmission } from '@duixian/casework';
import { Catalogue } from '@duixian/policy';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { ResubmitClaimCommand } from './resubmit-claim.command.js';

@CommandHandler(ResubmitClaimCommand)
export class ResubmitClaimHandler implements ICommandHandler<ResubmitClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly catalogue: Catalogue,
  ) {}

  execute({ request }: ResubmitClaimCommand): Promise<Outcome> {
    return this.runner.run('resubmitClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const enterprise = claim === null ? null : await records.enterprise(claim.uscc);
      return decideResubmission({ command, claim, enterprise, catalogue: this.catalogue });
    });
  }
}
