import type { MinuteBatch } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { StepPaperInput } from '../../claim/steps/take-step.js';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { BatchAnswer, BatchResult, type BatchOrRefusal } from '../batch-answer.js';
import { MinutesDecision } from './minutes-decision.js';

@InputType({ description: 'What a meeting decided on a batch (集体研究).' })
class MinuteBatchInput extends CommandInput {
  @Field(() => ID, { description: 'The batch.' })
  @ValueKind('reference')
  batch!: string;

  @Field({ description: 'What was decided. Goes on record of each claim: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  opinion!: string;

  @Field(() => StepPaperInput, { description: 'The minutes.' })
  paper!: StepPaperInput;
}

export class MinuteBatchCommand extends Command<Outcome> {
  constructor(readonly request: MinuteBatch) {
    super();
  }
}

@CommandHandler(MinuteBatchCommand)
export class MinuteBatchHandler implements ICommandHandler<MinuteBatchCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly minutes: MinutesDecision,
  ) {}

  execute({ request }: MinuteBatchCommand): Promise<Outcome> {
    return this.runner.run('minuteBatch', request, (records, command) => this.minutes.decide(records, command));
  }
}

@Resolver()
export class MinuteBatchResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: BatchAnswer,
  ) {}

  @Mutation(() => BatchResult, {
    description:
      '登记整批会议纪要: the meeting agrees to every claim that is in the batch, each with an event that names the batch and the minutes, all or none. What it did not agree to is split out first.',
  })
  @RequirePermission('batch.change')
  async minuteBatch(
    @Args('input', { description: 'The batch and its minutes.' }) input: MinuteBatchInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<BatchOrRefusal> {
    const { batch, opinion, paper } = input;
    const { number, on, by } = paper;
    const request = { ...this.origin.of(input, user), batch, opinion, paper: { number, on, by } };
    return this.answer.to(context, await this.bus.execute(new MinuteBatchCommand(request)), batch);
  }
}
