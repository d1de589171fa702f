import type { ProposeCorrection } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class ProposeCorrectionCommand extends Command<Outcome> {
  constructor(readonly request: ProposeCorrection) {
    super();
  }
}
