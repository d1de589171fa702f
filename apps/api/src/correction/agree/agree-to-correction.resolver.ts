import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { CorrectionAnswer, type CorrectionOrRefusal } from '../correction-answer.js';
import { AgreeToCorrectionCommand } from './agree-to-correction.command.js';
import { AgreeToCorrectionInput } from './agree-to-correction.input.js';
import { AgreeToCorrectionResult } from './agree-to-correction.result.js';

@Resolver()
export class AgreeToCorrectionResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: CorrectionAnswer,
  ) {}

  @Mutation(() => AgreeToCorrectionResult, {
    description:
      'A second administrator agrees: from then on everybody reads the event as corrected, and the tables are built again.',
  })
  @RequirePermission('correction.answer')
  async agreeToCorrection(
    @Args('input', { description: 'Which proposed correction is agreed to.' }) input: AgreeToCorrectionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<CorrectionOrRefusal> {
    const { position, proposal } = input;
    const request = { ...this.origin.of(input, user), position, proposal };
    const outcome = await this.bus.execute(new AgreeToCorrectionCommand(request));
    return this.answer.to(context, position, outcome);
  }
}
