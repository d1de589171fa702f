import { decideEnterpriseChange, decideEnterpriseChangeAnswer } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { Records } from '../../command/records.js';
import { AnswerEnterpriseChangeCommand, ProposeEnterpriseChangeCommand } from './enterprise-change.command.js';

@CommandHandler(ProposeEnterpriseChangeCommand)
export class ProposeEnterpriseChangeHandler implements ICommandHandler<ProposeEnterpriseChangeCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: ProposeEnterpriseChangeCommand): Promise<Outcome> {
    return this.runner.run('proposeEnterpriseChange', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      const successors = await enterprisesOf(records, command.successors);
      return decideEnterpriseChange({ command, enterprise, successors });
    });
  }
}

@CommandHandler(AnswerEnterpriseChangeCommand)
export class AnswerEnterpriseChangeHandler implements ICommandHandler<AnswerEnterpriseChangeCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: AnswerEnterpriseChangeCommand): Promise<Outcome> {
    return this.runner.run('answerEnterpriseChange', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      const proposed = enterprise?.changes.find(({ proposal }) => proposal.id === command.proposal);
      const successors = await enterprisesOf(records, proposed?.change.successors ?? []);
      return decideEnterpriseChangeAnswer({ command, enterprise, successors });
    });
  }
}

function enterprisesOf(records: Records, codes: readonly string[]) {
  return Promise.all(codes.map((code) => records.enterprise(code)));
}
