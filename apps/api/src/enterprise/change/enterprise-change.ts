import {
  decideEnterpriseChange,
  decideEnterpriseChangeAnswer,
  type CaseworkDecision,
  type EnterpriseChangeKind,
  type ProposeEnterpriseChange,
} from '@duixian/casework';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Injectable } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { proposalAnswers, type AnswerDecision } from '../../command/proposal-answers.js';
import type { Records } from '../../command/records.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { EnterpriseProposalResult, SHOWN_WITH_ENTERPRISE } from '../enterprise-proposal.result.js';
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

@Injectable()
class ChangeDecision implements AnswerDecision<'CHANGE'> {
  async decide(records: Records, command: AnswerTo<'CHANGE'>): Promise<CaseworkDecision> {
    const enterprise = await records.enterprise(command.uscc);
    const proposed = enterprise?.changes.find(({ proposal }) => proposal.id === command.proposal);
    const successors = await enterprisesOf(records, proposed?.change.successors ?? []);
    return decideEnterpriseChangeAnswer({ command, enterprise, successors });
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

export const enterpriseChangeAnswers = proposalAnswers('CHANGE', {
  name: 'answerEnterpriseChange',
  decision: ChangeDecision,
  ...SHOWN_WITH_ENTERPRISE,
});
