import { decideRoundExtension, type ExtendRound } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { RoundAnswer, RoundResult, type RoundsOrRefusal } from '../round-answer.js';

@InputType({ description: 'Which round goes on for longer, until when, and why (延长申报期).' })
class ExtendRoundInput extends CommandInput {
  @Field(() => ID, { description: 'Id of its document.' })
  @ValueKind('reference')
  policy!: string;

  @Field({ description: 'Its number within the document.' })
  @ValueKind('line')
  number!: string;

  @Field(() => PlainDate, { description: 'Its last day, later than the present one.' })
  closes!: string;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

class ExtendRoundCommand extends Command<Outcome> {
  constructor(readonly request: ExtendRound) {
    super();
  }
}

@CommandHandler(ExtendRoundCommand)
export class ExtendRoundHandler implements ICommandHandler<ExtendRoundCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: ExtendRoundCommand): Promise<Outcome> {
    return this.runner.run('extendRound', request, async (records, command) =>
      decideRoundExtension({ command, book: await records.rounds(command.policy) }),
    );
  }
}

@Resolver()
export class ExtendRoundResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: RoundAnswer,
  ) {}

  @Mutation(() => RoundResult, {
    description: '延长申报期: a reviewer of the lead department proposes a later last day of a round that is not over.',
  })
  @RequirePermission('round.change')
  async extendRound(
    @Args('input', { description: 'Which round, until when, and why.' }) input: ExtendRoundInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RoundsOrRefusal> {
    const { policy, number, closes, reason } = input;
    const request = { ...this.origin.of(input, user), policy, number, closes, reason };
    const outcome = await this.bus.execute(new ExtendRoundCommand(request));
    return this.answer.to(context, policy, outcome);
  }
}
