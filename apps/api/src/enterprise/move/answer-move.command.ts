import type { AnswerMove } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class AnswerMoveCommand extends Command<Outcome> {
  constructor(readonly request: AnswerMove) {
    super();
  }
}
