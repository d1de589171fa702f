import { decideAgreement, type AnswerCorrection as Request } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { CorrectionAnswer, type CorrectionOrRefusal } from '../correction-answer.js';
import { CorrectionShown } from '../correction.type.js';
import { OnCorrectionInput } from '../on-correction.input.js';
import { WronglyRecorded } from '../wrongly-recorded.js';

@InputType({ description: 'Which proposed correction is agreed to.' })
class AgreeToCorrectionInput extends OnCorrectionInput {}

const AgreeToCorrectionResult = createUnionType({
  name: 'AgreeToCorrectionResult',
  description: 'The correction as it stands afterwards, or why nothing was recorded.',
  types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain] as const,
});

class AgreeToCorrectionCommand extends Command<Outcome> {
  constructor(readonly request: Request) {
    super();
  }
}

@CommandHandler(AgreeToCorrectionCommand)
export class AgreeToCorrectionHandler implements ICommandHandler<AgreeToCorrectionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly wronglyRecorded: WronglyRecorded,
  ) {}

  execute({ request }: AgreeToCorrectionCommand): Promise<Outcome> {
    return this.runner.run('agreeToCorrection', request, async (records, command) => {
      const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
      const correction = wrong === null ? null : await records.correction(wrong.event);
      return decideAgreement({ command, correction });
    });
  }
}

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
