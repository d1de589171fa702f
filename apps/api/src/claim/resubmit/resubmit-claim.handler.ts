import { decideResubmission } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { VersionUse } from '../../policy/law/version-use.js';
import { ResubmitClaimCommand } from './resubmit-claim.command.js';

@CommandHandler(ResubmitClaimCommand)
export class ResubmitClaimHandler implements ICommandHandler<ResubmitClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
    private readonly use: VersionUse,
  ) {}

  execute({ request }: ResubmitClaimCommand): Promise<Outcome> {
    return this.runner.run('resubmitClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const enterprise = claim === null ? null : await records.enterprise(claim.uscc);
      const matter = claim === null ? null : { ...claim, occurredOn: command.occurredOn };
      const catalogue = this.law.ofClaim(command.tenant, matter);
      return this.use.bind(
        { records, command, catalogue },
        decideResubmission({ command, claim, enterprise, catalogue }),
      );
    });
  }
}
