import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { CorrectionAnswer, type CorrectionOrRefusal } from '../correction-answer.js';
import { WithdrawCorrectionCommand } from './withdraw-correction.command.js';
import { WithdrawCorrectionInput } from './withdraw-correction.input.js';
import { WithdrawCorrectionResult } from './withdraw-correction.result.js';

@Resolver()
export class WithdrawCorrectionResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: CorrectionAnswer,
  ) {}

  @Mutation(() => WithdrawCorrectionResult, {
    description: 'The proposer takes a correction back that nobody has answered yet.',
  })
  @RequirePermission('correction.propose')
  async withdrawCorrection(
    @Args('input', { description: 'Which proposed correction is taken back.' }) input: WithdrawCorrectionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<CorrectionOrRefusal> {
    const { position, proposal } = input;
    const request = { ...this.origin.of(input, user), position, proposal };
    const outcome = await this.bus.execute(new WithdrawCorrectionCommand(request));
    return this.answer.to(context, position, outcome);
  }
}
