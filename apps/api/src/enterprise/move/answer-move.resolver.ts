import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { EnterpriseProposalResult } from '../enterprise-proposal.result.js';
import { ProposalInput, RefuseProposalInput } from '../proposal.input.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AnswerMoveCommand } from './answer-move.command.js';

type Answer = AnswerMoveCommand['request']['answer'];

@Resolver()
export class AnswerMoveResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answers: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description: 'A clerk of the division it leaves, or of the city, agrees to a move.',
  })
  @RequirePermission('enterprise.move')
  agreeMove(
    @Args('input') input: ProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    return this.send(input, { kind: 'agree' }, user, context);
  }

  @Mutation(() => EnterpriseProposalResult, {
    description: 'A clerk of the division it leaves, or of the city, refuses a move.',
  })
  @RequirePermission('enterprise.move')
  refuseMove(
    @Args('input') input: RefuseProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    return this.send(input, { kind: 'refuse', reason: input.reason }, user, context);
  }

  @Mutation(() => EnterpriseProposalResult, {
    description: 'The proposer takes a move back that is still open.',
  })
  @RequirePermission('enterprise.move')
  withdrawMove(
    @Args('input') input: ProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    return this.send(input, { kind: 'withdraw' }, user, context);
  }

  private async send(
    input: ProposalInput,
    answer: Answer,
    user: CurrentUser,
    context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, proposal } = input;
    const request = { ...this.origin.of(input, user), uscc, proposal, answer };
    const outcome = await this.bus.execute(new AnswerMoveCommand(request));
    return this.answers.to(context, uscc, outcome);
  }
}
