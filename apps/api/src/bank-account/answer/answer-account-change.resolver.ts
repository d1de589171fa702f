import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise/enterprise-answer.js';
import { EnterpriseProposalResult } from '../../enterprise/enterprise-proposal.result.js';
import { ProposalInput, RefuseProposalInput } from '../../enterprise/proposal.input.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AnswerAccountChangeCommand } from './answer-account-change.command.js';

type Answer = AnswerAccountChangeCommand['request']['answer'];

@Resolver()
export class AnswerAccountChangeResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answers: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description: 'Another clerk agrees to a proposed account; its waiting time begins.',
  })
  @RequirePermission('bank-account.change')
  agreeAccountChange(
    @Args('input') input: ProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    return this.send(input, { kind: 'agree' }, user, context);
  }

  @Mutation(() => EnterpriseProposalResult, {
    description: 'A clerk or finance stops a proposed account, also one that was agreed to, before it takes effect.',
  })
  @RequirePermission('bank-account.refuse')
  refuseAccountChange(
    @Args('input') input: RefuseProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    return this.send(input, { kind: 'refuse', reason: input.reason }, user, context);
  }

  @Mutation(() => EnterpriseProposalResult, {
    description: 'The proposer takes a proposed account back before it takes effect.',
  })
  @RequirePermission('bank-account.change')
  withdrawAccountChange(
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
    const outcome = await this.bus.execute(new AnswerAccountChangeCommand(request));
    return this.answers.to(context, uscc, outcome);
  }
}
