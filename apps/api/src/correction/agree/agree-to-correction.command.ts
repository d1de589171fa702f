import type { AnswerCorrection as Request } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class AgreeToCorrectionCommand extends Command<Outcome> {
  constructor(readonly request: Request) {
    super();
  }
}
