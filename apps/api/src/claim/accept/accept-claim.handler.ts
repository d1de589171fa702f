import { decideAcceptance } from '@duixian/casework';
import { Catalogue } from '@duixian/policy';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { AcceptClaimCommand } from './accept-claim.command.js';

@CommandHandler(AcceptClaimCommand)
export class AcceptClaimHandler implements ICommandHandler<AcceptClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly catalogue: Catalogue,
  ) {}

  execute({ request }: AcceptClaimCommand): Promise<Outcome> {
    return this.runner.run('acceptClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const evidence = await records.evidence(claim, this.catalogue);
      return decideAcceptance({ command, claim, evidence, catalogue: this.catalogue });
    });
  }
}
