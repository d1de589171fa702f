import { decideProposal } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { problemOf, WronglyRecorded } from '../wrongly-recorded.js';
import { ProposeCorrectionCommand } from './propose-correction.command.js';

@CommandHandler(ProposeCorrectionCommand)
export class ProposeCorrectionHandler implements ICommandHandler<ProposeCorrectionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly wronglyRecorded: WronglyRecorded,
  ) {}

  execute({ request }: ProposeCorrectionCommand): Promise<Outcome> {
    return this.runner.run('proposeCorrection', request, async (records, command) => {
      const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
      const correction = wrong === null ? null : await records.correction(wrong.event);
      return decideProposal({ command, wrong, correction, problemOf });
    });
  }
}
