import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { newClaimNumber } from './claim-number.js';
import { parseApplication } from './parse-application.js';
import { SubmitClaimCommand } from './submit-claim.command.js';
import { SubmitClaimInput } from './submit-claim.input.js';
import { SubmitClaimResult } from './submit-claim.result.js';
import { Law } from '../../policy/law/law.js';

@Resolver()
export class SubmitClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
    private readonly law: Law,
  ) {}

  @Mutation(() => SubmitClaimResult, { description: '申报: the window enters what an enterprise states.' })
  @RequirePermission('claim.submit')
  async submitClaim(
    @Args('input', { description: 'What the enterprise states (申报).' }) input: SubmitClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const { uscc, measure, year } = input;
    const origin = this.origin.of(input, user);
    const claim = newClaimNumber(origin, this.law.known.measure(measure), year);
    const request = { ...origin, claim, uscc, measure, year, ...parseApplication(input) };
    const outcome = await this.bus.execute(new SubmitClaimCommand(request));
    return this.answer.to(context, claim, outcome);
  }
}
