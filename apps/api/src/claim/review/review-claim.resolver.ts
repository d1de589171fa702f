import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { ReviewClaimCommand } from './review-claim.command.js';
import { ReviewClaimInput } from './review-claim.input.js';
import { ReviewClaimResult } from './review-claim.result.js';

@Resolver()
export class ReviewClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => ReviewClaimResult, { description: '审核: the lead department agrees.' })
  @RequirePermission('claim.review')
  async reviewClaim(
    @Args('input', { description: 'What the lead department says of the claim (审核).' }) input: ReviewClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = {
      ...this.origin.of(input, user),
      claim: input.claim,
      opinion: input.opinion,
      agreedAmount: input.agreedAmount ?? null,
      distinction: input.distinction ?? null,
    };
    const outcome = await this.bus.execute(new ReviewClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
