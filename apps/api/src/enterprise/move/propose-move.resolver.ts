import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { ProposeMoveCommand } from './propose-move.command.js';
import { ProposeMoveInput } from './propose-move.input.js';
import { EnterpriseProposalResult } from '../enterprise-proposal.result.js';

@Resolver()
export class ProposeMoveResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description: '企业迁移: a clerk of the new division proposes a move there, or puts the last one right.',
  })
  @RequirePermission('enterprise.move')
  async proposeMove(
    @Args('input', { description: 'Where the enterprise moves, and when.' }) input: ProposeMoveInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, division, on: movedOn, corrects } = input;
    const request = { ...this.origin.of(input, user), uscc, division, movedOn, corrects };
    const outcome = await this.bus.execute(new ProposeMoveCommand(request));
    return this.answer.to(context, uscc, outcome);
  }
}
