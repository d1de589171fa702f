import { decideMoveAnswer } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { AnswerMoveCommand } from './answer-move.command.js';

@CommandHandler(AnswerMoveCommand)
export class AnswerMoveHandler implements ICommandHandler<AnswerMoveCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: AnswerMoveCommand): Promise<Outcome> {
    return this.runner.run('answerMove', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      return decideMoveAnswer({ command, enterprise });
    });
  }
}
