import type { AnswerCorrection as Request } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class WithdrawCorrectionCommand extends Command<Outcome> {
  constructor(readonly request: Request) {
    super();
  }
}
