import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { EnterpriseProposalResult } from '../enterprise-proposal.result.js';
import { proposalAnswers } from '../proposal-answers.js';
import { AnswerEnterpriseChangeCommand, ProposeEnterpriseChangeCommand } from './enterprise-change.command.js';
import { ProposeEnterpriseChangeInput } from './enterprise-change.input.js';

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
