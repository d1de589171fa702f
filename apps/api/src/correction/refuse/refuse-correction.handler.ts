import { decideObjection } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { WronglyRecorded } from '../wrongly-recorded.js';
import { RefuseCorrectionCommand } from './refuse-correction.command.js';

@CommandHandler(RefuseCorrectionCommand)
export class RefuseCorrectionHandler implements ICommandHandler<RefuseCorrectionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly wronglyRecorded: WronglyRecorded,
  ) {}

  execute({ request }: RefuseCorrectionCommand): Promise<Outcome> {
    return this.runner.run('refuseCorrection', request, async (records, command) => {
      const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
      const correction = wrong === null ? null : await records.correction(wrong.event);
      return decideObjection({ command, correction });
    });
  }
}
