import { decideRoundOpening, type OpenRound, type PayRule } from '@duixian/casework';
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
import { Law } from '../../policy/law/law.js';
import { PayRuleEnum } from '../read/round.type.js';
import { RoundAnswer, RoundResult, type RoundsOrRefusal } from '../round-answer.js';

@InputType({ description: 'A name in both languages.' })
class BilingualNameInput {
  @Field({ description: 'In Chinese.' })
  @ValueKind('line')
  zh!: string;

  @Field({ description: 'In English.' })
  @ValueKind('line')
  en!: string;
}

@InputType({ description: 'A round that shall be opened (发布申报批次).' })
class OpenRoundInput extends CommandInput {
  @Field(() => ID, { description: 'Id of the document.' })
  @ValueKind('reference')
  policy!: string;

  @Field({ description: 'Its own within the document: letters, digits and hyphens, such as 2026-1.' })
  @ValueKind('line')
  number!: string;

  @Field(() => BilingualNameInput, { description: 'What people call it; 100 characters at most in each language.' })
  name!: BilingualNameInput;

  @Field(() => [String], { description: 'Ids of clauses within the document, all of one lead department.' })
  @ValueKind('reference')
  clauses!: string[];

  @Field(() => PlainDate, { description: 'First day on which it takes claims: today or later.' })
  opens!: string;

  @Field(() => PlainDate, { description: 'Last day on which it does, to its last second in Beijing.' })
  closes!: string;

  @Field(() => PlainDate, { description: 'First day of the matters that are claimed in it (所属期).' })
  occurredFrom!: string;

  @Field(() => PlainDate, { description: 'Last day of them.' })
  occurredTo!: string;

  @Field(() => PayRuleEnum, { description: 'When its claims are determined.' })
  pays!: PayRule;
}

export class OpenRoundCommand extends Command<Outcome> {
  constructor(readonly request: OpenRound) {
    super();
  }
}

@CommandHandler(OpenRoundCommand)
export class OpenRoundHandler implements ICommandHandler<OpenRoundCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: OpenRoundCommand): Promise<Outcome> {
    return this.runner.run('openRound', request, async (records, command) => {
      const book = await records.rounds(command.policy);
      return decideRoundOpening({ command, book, policy: this.law.policy(command.tenant, command.policy) });
    });
  }
}

@Resolver()
export class OpenRoundResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: RoundAnswer,
  ) {}

  @Mutation(() => RoundResult, {
    description: '发布申报批次: a reviewer of the lead department proposes a round; it counts once a colleague agrees.',
  })
  @RequirePermission('round.change')
  async openRound(
    @Args('input', { description: 'The round.' }) input: OpenRoundInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RoundsOrRefusal> {
    const { policy, number, name, clauses, opens, closes, occurredFrom, occurredTo, pays } = input;
    const stated = { policy, number, name: { zh: name.zh, en: name.en }, clauses };
    const request = { ...this.origin.of(input, user), ...stated, opens, closes, occurredFrom, occurredTo, pays };
    const outcome = await this.bus.execute(new OpenRoundCommand(request));
    return this.answer.to(context, policy, outcome);
  }
}
