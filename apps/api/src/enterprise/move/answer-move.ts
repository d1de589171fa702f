import { decideMoveAnswer, type AnswerMove } from '@duixian/casework';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { proposalAnswers } from '../proposal-answers.js';

export class AnswerMoveCommand extends Command<Outcome> {
  constructor(readonly request: AnswerMove) {
    super();
  }
}

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

export const AnswerMoveResolver = proposalAnswers({
  matter: 'Move',
  agree: {
    permission: 'enterprise.move',
    description: 'A clerk of the division it leaves, or of the city, agrees to a move.',
  },
  refuse: {
    permission: 'enterprise.move',
    description: 'A clerk of the division it leaves, or of the city, refuses a move.',
  },
  withdraw: {
    permission: 'enterprise.move',
    description: 'The proposer takes a move back that is still open.',
  },
  command: AnswerMoveCommand,
});
