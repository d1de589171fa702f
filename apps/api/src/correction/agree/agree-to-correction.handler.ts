import { decideAgreement } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { WronglyRecorded } from '../wrongly-recorded.js';
import { AgreeToCorrectionCommand } from './agree-to-correction.command.js';

@CommandHandler(AgreeToCorrectionCommand)
export class AgreeToCorrectionHandler implements ICommandHandler<AgreeToCorrectionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly wronglyRecorded: WronglyRecorded,
  ) {}

  execute({ request }: AgreeToCorrectionCommand): Promise<Outcome> {
    return this.runner.run('agreeToCorrection', request, async (records, command) => {
      const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
      const correction = wrong === null ? null : await records.correction(wrong.event);
      return decideAgreement({ command, correction });
    });
  }
}
