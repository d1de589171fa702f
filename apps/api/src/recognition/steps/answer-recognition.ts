import { decideRecognitionAnswer, type AnswerRecognition } from '@duixian/casework';
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
import { RecognitionAnswer, RecognitionResult, type RecognitionListOrRefusal } from '../recognition-answer.js';

@InputType({ description: 'Which proposal for a list is answered.' })
class RecognitionProposalInput extends CommandInput {
  @Field(() => ID, { description: 'Number of the document of the list.' })
  @ValueKind('reference')
  list!: string;

  @Field(() => ID, { description: 'The proposal that you have seen.' })
  @ValueKind('uuid')
  proposal!: string;
}

@InputType({ description: 'Which proposal for a list is refused, and why.' })
class RefuseRecognitionInput extends RecognitionProposalInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

export class AnswerRecognitionCommand extends Command<Outcome> {
  constructor(readonly request: AnswerRecognition) {
    super();
  }
}

@CommandHandler(AnswerRecognitionCommand)
export class AnswerRecognitionHandler implements ICommandHandler<AnswerRecognitionCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: AnswerRecognitionCommand): Promise<Outcome> {
    return this.runner.run('answerRecognition', request, async (records, command) => {
      const list = await records.recognitionList(command.list);
      return decideRecognitionAnswer({ command, list });
    });
  }
}

/** What people say of what is proposed for a list: yes, no, or never mind. */
@Resolver()
export class AnswerRecognitionResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: RecognitionAnswer,
  ) {}

  @Mutation(() => RecognitionResult, {
    description: 'A second person agrees: the entries count from then on, or count no more from their day on.',
  })
  @RequirePermission('recognition.change')
  agreeRecognition(
    @Args('input', { description: 'Which proposal is agreed to.' }) input: RecognitionProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RecognitionListOrRefusal> {
    return this.send(input, { kind: 'agree' }, user, context);
  }

  @Mutation(() => RecognitionResult, { description: 'A second person does not agree.' })
  @RequirePermission('recognition.change')
  refuseRecognition(
    @Args('input', { description: 'Which proposal is refused, and why.' }) input: RefuseRecognitionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RecognitionListOrRefusal> {
    return this.send(input, { kind: 'refuse', reason: input.reason }, user, context);
  }

  @Mutation(() => RecognitionResult, { description: 'The proposer takes back what nobody answered yet.' })
  @RequirePermission('recognition.change')
  withdrawRecognition(
    @Args('input', { description: 'Which proposal is taken back.' }) input: RecognitionProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RecognitionListOrRefusal> {
    return this.send(input, { kind: 'withdraw' }, user, context);
  }

  private async send(
    input: RecognitionProposalInput,
    answer: AnswerRecognition['answer'],
    user: CurrentUser,
    context: GraphqlContext,
  ): Promise<RecognitionListOrRefusal> {
    const { list, proposal } = input;
    const request = { ...this.origin.of(input, user), list, proposal, answer };
    const outcome = await this.bus.execute(new AnswerRecognitionCommand(request));
    return this.answer.to(context, list, outcome);
  }
}
