import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { PubliciseClaimCommand } from './publicise-claim.command.js';
import { PubliciseClaimInput } from './publicise-claim.input.js';
import { PubliciseClaimResult } from './publicise-claim.result.js';

@Resolver()
export class PubliciseClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => PubliciseClaimResult, { description: '公示: the determination is shown to the public.' })
  @RequirePermission('claim.publicise')
  async publiciseClaim(
    @Args('input', { description: 'Which claim is shown to the public, and how long (公示).' })
    input: PubliciseClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, days: input.days };
    const outcome = await this.bus.execute(new PubliciseClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
