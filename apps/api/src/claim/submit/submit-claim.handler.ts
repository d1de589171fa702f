import { decideSubmission } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { VersionUse } from '../../policy/law/version-use.js';
import { SubmitClaimCommand } from './submit-claim.command.js';

@CommandHandler(SubmitClaimCommand)
export class SubmitClaimHandler implements ICommandHandler<SubmitClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
    private readonly use: VersionUse,
  ) {}

  execute({ request }: SubmitClaimCommand): Promise<Outcome> {
    return this.runner.run('submitClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const enterprise = await records.enterprise(command.uscc);
      const catalogue = this.law.on(command.tenant, command.occurredOn);
      const { closed } = this.law;
      const decision = decideSubmission({ command, claim, enterprise, catalogue, closed });
      return this.use.bind({ records, command, catalogue }, decision);
    });
  }
}
