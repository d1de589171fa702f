import { decideCorrectionWithdrawal, type AnswerCorrection as Request } from '@duixian/casework';
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

@InputType({ description: 'Which proposed correction is taken back.' })
class WithdrawCorrectionInput extends OnCorrectionInput {}

const WithdrawCorrectionResult = createUnionType({
  name: 'WithdrawCorrectionResult',
  description: 'The correction as it stands afterwards, or why nothing was recorded.',
  types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain] as const,
});

class WithdrawCorrectionCommand extends Command<Outcome> {
  constructor(readonly request: Request) {
    super();
  }
}

@CommandHandler(WithdrawCorrectionCommand)
export class WithdrawCorrectionHandler implements ICommandHandler<WithdrawCorrectionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly wronglyRecorded: WronglyRecorded,
  ) {}

  execute({ request }: WithdrawCorrectionCommand): Promise<Outcome> {
    return this.runner.run('withdrawCorrection', request, async (records, command) => {
      const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
      const correction = wrong === null ? null : await records.correction(wrong.event);
      return decideCorrectionWithdrawal({ command, correction });
    });
  }
}

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
