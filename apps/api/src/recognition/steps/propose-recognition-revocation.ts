import { decideRevocationProposal, type ProposeRecognitionRevocation } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { RecognitionAnswer, RecognitionResult, type RecognitionListOrRefusal } from '../recognition-answer.js';

@InputType({ description: 'Which entries are revoked, from when, and why (撤销认定).' })
class RecognitionRevocationInput extends CommandInput {
  @Field(() => ID, { description: 'Number of the document of the list.' })
  @ValueKind('reference')
  list!: string;

  @Field(() => [Int], {
    nullable: true,
    description: 'Entries by their place, at most 200; left out: all that stand.',
  })
  @ValueKind('whole')
  entries?: number[] | null;

  @Field(() => PlainDate, {
    description: 'First day whose matters they cover no more; the first day of the list where they never held.',
  })
  from!: string;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

class ProposeRecognitionRevocationCommand extends Command<Outcome> {
  constructor(readonly request: ProposeRecognitionRevocation) {
    super();
  }
}

@CommandHandler(ProposeRecognitionRevocationCommand)
export class ProposeRecognitionRevocationHandler implements ICommandHandler<ProposeRecognitionRevocationCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: ProposeRecognitionRevocationCommand): Promise<Outcome> {
    return this.runner.run('proposeRecognitionRevocation', request, async (records, command) => {
      const list = await records.recognitionList(command.list);
      return decideRevocationProposal({ command, list });
    });
  }
}

@Resolver()
export class ProposeRecognitionRevocationResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: RecognitionAnswer,
  ) {}

  @Mutation(() => RecognitionResult, {
    description: '撤销认定: a clerk or reviewer proposes that entries, or all of them, count no more from a day on.',
  })
  @RequirePermission('recognition.change')
  async proposeRecognitionRevocation(
    @Args('input', { description: 'Which entries, from when, and why.' }) input: RecognitionRevocationInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RecognitionListOrRefusal> {
    const { list, entries, from, reason } = input;
    const request = { ...this.origin.of(input, user), list, entries: entries ?? null, from, reason };
    const outcome = await this.bus.execute(new ProposeRecognitionRevocationCommand(request));
    return this.answer.to(context, list, outcome);
  }
}
