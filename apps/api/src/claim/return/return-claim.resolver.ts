import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { ReturnClaimCommand } from './return-claim.command.js';
import { ReturnClaimInput } from './return-claim.input.js';
import { ReturnClaimResult } from './return-claim.result.js';

@Resolver()
export class ReturnClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => ReturnClaimResult, { description: '退回补正: the claim goes back to be stated anew.' })
  @RequirePermission('claim.return')
  async returnClaim(
    @Args('input', { description: 'Which claim goes back, and why (退回补正).' }) input: ReturnClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, reason: input.reason };
    const outcome = await this.bus.execute(new ReturnClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
