import { decideEscalation, type ClaimCommand } from '@duixian/casework';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';

/** Reports what is overdue of a claim; by the installation, since it is nobody's step. */
export class ReportOverdueCommand extends Command<Outcome> {
  constructor(readonly request: ClaimCommand) {
    super();
  }
}

@CommandHandler(ReportOverdueCommand)
export class ReportOverdueHandler implements ICommandHandler<ReportOverdueCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ReportOverdueCommand): Promise<Outcome> {
    return this.runner.run('reportOverdue', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      return decideEscalation({ command, claim, catalogue: this.law.ofClaim(command.tenant, claim) });
    });
  }
}
