import { decideDetermination, initialEntitlement, programmeAccounts, type ClaimState } from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { VersionUse } from '../../policy/law/version-use.js';
import { DetermineClaimCommand } from './determine-claim.command.js';

@CommandHandler(DetermineClaimCommand)
export class DetermineClaimHandler implements ICommandHandler<DetermineClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
    private readonly use: VersionUse,
  ) {}

  execute({ request }: DetermineClaimCommand): Promise<Outcome> {
    return this.runner.run('determineClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const programme = await records.guards(programmeOf(claim, catalogue));
      const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
      return this.use.bind(
        { records, command, catalogue },
        decideDetermination({ command, claim, entitlement, programme, catalogue }),
      );
    });
  }
}

function programmeOf(claim: ClaimState, catalogue: Catalogue): readonly string[] {
  return claim === null ? [] : programmeAccounts(catalogue, claim.measure, claim.year);
}
