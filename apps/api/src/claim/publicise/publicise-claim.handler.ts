import { decidePublicity, initialEntitlement } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { PubliciseClaimCommand } from './publicise-claim.command.js';

@CommandHandler(PubliciseClaimCommand)
export class PubliciseClaimHandler implements ICommandHandler<PubliciseClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: PubliciseClaimCommand): Promise<Outcome> {
    return this.runner.run('publiciseClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
      return decidePublicity({ command, claim, entitlement, catalogue });
    });
  }
}
