import { decideRoundAnswer, type AnswerRound } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { RoundAnswer, RoundResult, type RoundsOrRefusal } from '../round-answer.js';

@InputType({ description: 'Which proposal about a round is answered.' })
class OnRoundProposalInput extends CommandInput {
  @Field(() => ID, { description: 'Id of the document.' })
  @ValueKind('reference')
  policy!: string;

  @Field(() => ID, { description: 'The proposal that you have seen.' })
  @ValueKind('uuid')
  proposal!: string;
}

@InputType({ description: 'Which proposal about a round is refused, and why.' })
class RefuseRoundInput extends OnRoundProposalInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

export class AnswerRoundCommand extends Command<Outcome> {
  constructor(readonly request: AnswerRound) {
    super();
  }
}

@CommandHandler(AnswerRoundCommand)
export class AnswerRoundHandler implements ICommandHandler<AnswerRoundCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: AnswerRoundCommand): Promise<Outcome> {
    return this.runner.run('answerRound', request, async (records, command) =>
      decideRoundAnswer({ command, book: await records.rounds(command.policy) }),
    );
  }
}

/** What people say of what is proposed for a round: yes, no, or never mind. */
@Resolver()
export class AnswerRoundResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: RoundAnswer,
  ) {}

  @Mutation(() => RoundResult, {
    description: 'A colleague of the lead department agrees: the round is opened, or goes on for longer.',
  })
  @RequirePermission('round.change')
  agreeRound(
    @Args('input', { description: 'Which proposal is agreed to.' }) input: OnRoundProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RoundsOrRefusal> {
    return this.send(input, { kind: 'agree' }, user, context);
  }

  @Mutation(() => RoundResult, { description: 'A colleague of the lead department does not agree.' })
  @RequirePermission('round.change')
  refuseRound(
    @Args('input', { description: 'Which proposal is refused, and why.' }) input: RefuseRoundInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RoundsOrRefusal> {
    return this.send(input, { kind: 'refuse', reason: input.reason }, user, context);
  }

  @Mutation(() => RoundResult, { description: 'The proposer takes back what nobody answered yet.' })
  @RequirePermission('round.change')
  withdrawRound(
    @Args('input', { description: 'Which proposal is taken back.' }) input: OnRoundProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RoundsOrRefusal> {
    return this.send(input, { kind: 'withdraw' }, user, context);
  }

  private async send(
    input: OnRoundProposalInput,
    answer: AnswerRound['answer'],
    user: CurrentUser,
    context: GraphqlContext,
  ): Promise<RoundsOrRefusal> {
    const { policy, proposal } = input;
    const request = { ...this.origin.of(input, user), policy, proposal, answer };
    const outcome = await this.bus.execute(new AnswerRoundCommand(request));
    return this.answer.to(context, policy, outcome);
  }
}
