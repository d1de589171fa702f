import { decideRegistrationAnswer, type AnswerRegistration } from '@duixian/casework';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { proposalAnswers } from '../proposal-answers.js';
import { RegistrationAnswer, RegistrationResult } from './registration-answer.js';

export class AnswerRegistrationCommand extends Command<Outcome> {
  constructor(readonly request: AnswerRegistration) {
    super();
  }
}

@CommandHandler(AnswerRegistrationCommand)
export class AnswerRegistrationHandler implements ICommandHandler<AnswerRegistrationCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: AnswerRegistrationCommand): Promise<Outcome> {
    return this.runner.run('answerRegistration', request, async (records, command) => {
      const recorded = await records.registration(command.uscc);
      return decideRegistrationAnswer({ command, ...recorded, places: this.law.places });
    });
  }
}

export const AnswerRegistrationResolver = proposalAnswers({
  matter: 'Registration',
  agree: {
    permission: 'enterprise.register',
    description: 'Another clerk of the division, or of the city, has compared the code with the licence and agrees.',
  },
  refuse: {
    permission: 'enterprise.register',
    description: 'Another clerk of the division, or of the city, refuses to register an enterprise with its licence.',
  },
  withdraw: {
    permission: 'enterprise.register',
    description: 'The proposer takes a registration back that is still open.',
  },
  command: AnswerRegistrationCommand,
  answered: { result: RegistrationResult, by: RegistrationAnswer },
});
