import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { parseApplication } from '../submit/parse-application.js';
import { ResubmitClaimCommand } from './resubmit-claim.command.js';
import { ResubmitClaimInput } from './resubmit-claim.input.js';
import { ResubmitClaimResult } from './resubmit-claim.result.js';

@Resolver()
export class ResubmitClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => ResubmitClaimResult, {
    description: '重新申报: a returned claim is stated anew under the same number.',
  })
  @RequirePermission('claim.submit')
  async resubmitClaim(
    @Args('input', { description: 'What the returned claim states anew (重新申报).' }) input: ResubmitClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, ...parseApplication(input) };
    const outcome = await this.bus.execute(new ResubmitClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
