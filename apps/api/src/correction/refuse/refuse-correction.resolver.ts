import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { CorrectionAnswer, type CorrectionOrRefusal } from '../correction-answer.js';
import { RefuseCorrectionCommand } from './refuse-correction.command.js';
import { RefuseCorrectionInput } from './refuse-correction.input.js';
import { RefuseCorrectionResult } from './refuse-correction.result.js';

@Resolver()
export class RefuseCorrectionResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: CorrectionAnswer,
  ) {}

  @Mutation(() => RefuseCorrectionResult, {
    description: 'A second administrator does not agree to a proposed correction.',
  })
  @RequirePermission('correction.answer')
  async refuseCorrection(
    @Args('input', { description: 'Which proposed correction is refused, and why.' }) input: RefuseCorrectionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<CorrectionOrRefusal> {
    const { position, proposal, reason } = input;
    const request = { ...this.origin.of(input, user), position, proposal, reason };
    const outcome = await this.bus.execute(new RefuseCorrectionCommand(request));
    return this.answer.to(context, position, outcome);
  }
}
