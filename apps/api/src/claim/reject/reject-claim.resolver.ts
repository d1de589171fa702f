import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { RejectClaimCommand } from './reject-claim.command.js';
import { RejectClaimInput } from './reject-claim.input.js';
import { RejectClaimResult } from './reject-claim.result.js';

@Resolver()
export class RejectClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => RejectClaimResult, { description: '不予通过: the claim ends before it is determined.' })
  @RequirePermission('claim.reject')
  async rejectClaim(
    @Args('input', { description: 'Which claim is rejected, and why (不予通过).' }) input: RejectClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, reason: input.reason };
    const outcome = await this.bus.execute(new RejectClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
