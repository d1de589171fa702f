import type { ProposeMove } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class ProposeMoveCommand extends Command<Outcome> {
  constructor(readonly request: ProposeMove) {
    super();
  }
}
