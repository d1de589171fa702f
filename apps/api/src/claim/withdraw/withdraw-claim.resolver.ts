import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { WithdrawClaimCommand } from './withdraw-claim.command.js';
import { WithdrawClaimInput } from './withdraw-claim.input.js';
import { WithdrawClaimResult } from './withdraw-claim.result.js';

@Resolver()
export class WithdrawClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => WithdrawClaimResult, {
    description: '撤回: the enterprise gives the claim up; what it reserved is free again.',
  })
  @RequirePermission('claim.withdraw')
  async withdrawClaim(
    @Args('input', { description: 'Which claim is given up, and why (撤回).' }) input: WithdrawClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, reason: input.reason };
    const outcome = await this.bus.execute(new WithdrawClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
