import { decideDetermination, initialEntitlement, programmeAccounts, type ClaimState } from '@duixian/casework';
import { Catalogue } from '@duixian/policy';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { DetermineClaimCommand } from './determine-claim.command.js';

@CommandHandler(DetermineClaimCommand)
export class DetermineClaimHandler implements ICommandHandler<DetermineClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly catalogue: Catalogue,
  ) {}

  execute({ request }: DetermineClaimCommand): Promise<Outcome> {
    return this.runner.run('determineClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const programme = await records.guards(this.programmeOf(claim));
      const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
      return decideDetermination({ command, claim, entitlement, programme, catalogue: this.catalogue });
    });
  }

  private programmeOf(claim: ClaimState): readonly string[] {
    return claim === null ? [] : programmeAccounts(this.catalogue, claim.measure, claim.year);
  }
}
