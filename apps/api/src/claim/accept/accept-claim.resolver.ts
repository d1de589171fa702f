import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { AcceptClaimCommand } from './accept-claim.command.js';
import { AcceptClaimInput } from './accept-claim.input.js';
import { AcceptClaimResult } from './accept-claim.result.js';

@Resolver()
export class AcceptClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => AcceptClaimResult, { description: '受理: a second clerk finds the papers complete.' })
  @RequirePermission('claim.accept')
  async acceptClaim(
    @Args('input', { description: 'Which claim is accepted (受理).' }) input: AcceptClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim };
    const outcome = await this.bus.execute(new AcceptClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
