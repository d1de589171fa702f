import { decideAcceptance } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { AcceptClaimCommand } from './accept-claim.command.js';

@CommandHandler(AcceptClaimCommand)
export class AcceptClaimHandler implements ICommandHandler<AcceptClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: AcceptClaimCommand): Promise<Outcome> {
    return this.runner.run('acceptClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const evidence = await records.evidence(claim, catalogue);
      return decideAcceptance({ command, claim, evidence, catalogue });
    });
  }
}
