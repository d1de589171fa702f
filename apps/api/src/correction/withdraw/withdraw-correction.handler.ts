import { decideCorrectionWithdrawal } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { WronglyRecorded } from '../wrongly-recorded.js';
import { WithdrawCorrectionCommand } from './withdraw-correction.command.js';

@CommandHandler(WithdrawCorrectionCommand)
export class WithdrawCorrectionHandler implements ICommandHandler<WithdrawCorrectionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly wronglyRecorded: WronglyRecorded,
  ) {}

  execute({ request }: WithdrawCorrectionCommand): Promise<Outcome> {
    return this.runner.run('withdrawCorrection', request, async (records, command) => {
      const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
      const correction = wrong === null ? null : await records.correction(wrong.event);
      return decideCorrectionWithdrawal({ command, correction });
    });
  }
}
