import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../../command/command-origin.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise-answer.js';
import { EnterpriseProposalResult } from '../../enterprise-proposal.result.js';
import { ProposalInput, RefuseProposalInput } from '../../proposal.input.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { AnswerContactChangeCommand } from './answer-contact-change.command.js';

type Answer = AnswerContactChangeCommand['request']['answer'];

@Resolver()
export class AnswerContactChangeResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answers: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description:
      'Another clerk agrees to a proposed contact; its waiting time begins, and the very first one holds at once.',
  })
  @RequirePermission('contact.change')
  agreeContactChange(
    @Args('input') input: ProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    return this.send(input, { kind: 'agree' }, user, context);
  }

  @Mutation(() => EnterpriseProposalResult, {
    description: 'Another clerk stops a proposed contact, also one that was agreed to, before it takes effect.',
  })
  @RequirePermission('contact.change')
  refuseContactChange(
    @Args('input') input: RefuseProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    return this.send(input, { kind: 'refuse', reason: input.reason }, user, context);
  }

  @Mutation(() => EnterpriseProposalResult, {
    description: 'The proposer takes a proposed contact back before it takes effect.',
  })
  @RequirePermission('contact.change')
  withdrawContactChange(
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
    const outcome = await this.bus.execute(new AnswerContactChangeCommand(request));
    return this.answers.to(context, uscc, outcome);
  }
}
