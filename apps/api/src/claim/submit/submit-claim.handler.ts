import { decideSubmission } from '@duixian/casework';
import { Catalogue } from '@duixian/policy';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { SubmitClaimCommand } from './submit-claim.command.js';

@CommandHandler(SubmitClaimCommand)
export class SubmitClaimHandler implements ICommandHandler<SubmitClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly catalogue: Catalogue,
  ) {}

  execute({ request }: SubmitClaimCommand): Promise<Outcome> {
    return this.runner.run('submitClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const enterprise = await records.enterprise(command.uscc);
      return decideSubmission({ command, claim, enterprise, catalogue: this.catalogue });
    });
  }
}
