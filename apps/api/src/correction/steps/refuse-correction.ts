import { decideObjection, type RefuseCorrection as Request } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { CorrectionAnswer, type CorrectionOrRefusal } from '../correction-answer.js';
import { CorrectionShown } from '../correction.type.js';
import { OnCorrectionInput } from '../on-correction.input.js';
import { WronglyRecorded } from '../wrongly-recorded.js';

@InputType({ description: 'Which proposed correction is refused, and why.' })
class RefuseCorrectionInput extends OnCorrectionInput {
  @Field({ description: 'Why not.' })
  @ValueKind('paragraph')
  reason!: string;
}

const RefuseCorrectionResult = createUnionType({
  name: 'RefuseCorrectionResult',
  description: 'The correction as it stands afterwards, or why nothing was recorded.',
  types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain] as const,
});

class RefuseCorrectionCommand extends Command<Outcome> {
  constructor(readonly request: Request) {
    super();
  }
}

@CommandHandler(RefuseCorrectionCommand)
export class RefuseCorrectionHandler implements ICommandHandler<RefuseCorrectionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly wronglyRecorded: WronglyRecorded,
  ) {}

  execute({ request }: RefuseCorrectionCommand): Promise<Outcome> {
    return this.runner.run('refuseCorrection', request, async (records, command) => {
      const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
      const correction = wrong === null ? null : await records.correction(wrong.event);
      return decideObjection({ command, correction });
    });
  }
}

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
