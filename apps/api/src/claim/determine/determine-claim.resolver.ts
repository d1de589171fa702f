import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { DetermineClaimCommand } from './determine-claim.command.js';
import { DetermineClaimInput } from './determine-claim.input.js';
import { DetermineClaimResult } from './determine-claim.result.js';

@Resolver()
export class DetermineClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => DetermineClaimResult, {
    description: '核定: finance reckons what is due under all caps, and reserves it.',
  })
  @RequirePermission('claim.determine')
  async determineClaim(
    @Args('input', { description: 'Which claim is determined (核定).' }) input: DetermineClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim };
    const outcome = await this.bus.execute(new DetermineClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
