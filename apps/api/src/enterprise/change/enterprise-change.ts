import {
  decideEnterpriseChange,
  decideEnterpriseChangeAnswer,
  type AnswerEnterpriseChange,
  type EnterpriseChangeKind,
  type ProposeEnterpriseChange,
} from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { Records } from '../../command/records.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { EnterpriseProposalResult } from '../enterprise-proposal.result.js';
import { proposalAnswers } from '../proposal-answers.js';
import { EnterpriseChangeKindEnum } from './change-kind.js';

@InputType({ description: 'A change in the life of an enterprise, which a second clerk has to agree to.' })
class ProposeEnterpriseChangeInput extends CommandInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => EnterpriseChangeKindEnum, { description: 'What happens to it.' })
  kind!: EnterpriseChangeKind;

  @Field(() => PlainDate, { description: 'First day on which it holds.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'The new name, when it is renamed.' })
  @ValueKind('name')
  name?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Credit codes of those who go on in its place: one, or several after a split. They are registered here.',
  })
  @ValueKind('uscc')
  successors!: string[];
}

class ProposeEnterpriseChangeCommand extends Command<Outcome> {
  constructor(readonly request: ProposeEnterpriseChange) {
    super();
  }
}

class AnswerEnterpriseChangeCommand extends Command<Outcome> {
  constructor(readonly request: AnswerEnterpriseChange) {
    super();
  }
}

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

@Resolver()
export class ProposeEnterpriseChangeResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answers: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description:
      '企业变更: a clerk of its division proposes that an enterprise was renamed, went over to others, or ended.',
  })
  @RequirePermission('enterprise.move')
  async proposeEnterpriseChange(
    @Args('input', { description: 'What happens to which enterprise, and from when on.' })
    input: ProposeEnterpriseChangeInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, kind, on: changedOn, name, successors } = input;
    const request = { ...this.origin.of(input, user), uscc, kind, changedOn, name: name ?? null, successors };
    const outcome = await this.bus.execute(new ProposeEnterpriseChangeCommand(request));
    return this.answers.to(context, uscc, outcome);
  }
}

export const AnswerEnterpriseChangeResolver = proposalAnswers({
  matter: 'EnterpriseChange',
  agree: {
    permission: 'enterprise.move',
    description: 'Another clerk of its division, or of the city, agrees to a change of an enterprise.',
  },
  refuse: {
    permission: 'enterprise.move',
    description: 'Another clerk of its division, or of the city, refuses a change of an enterprise.',
  },
  withdraw: {
    permission: 'enterprise.move',
    description: 'The proposer takes a change of an enterprise back that is still open.',
  },
  command: AnswerEnterpriseChangeCommand,
});
