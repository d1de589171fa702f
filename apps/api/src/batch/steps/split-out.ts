import { decideSplit, type SplitOut } from '@duixian/casework';
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
import { Law } from '../../policy/law/law.js';
import { askedClaims, batchOf } from '../batch-records.js';
import { BatchAnswer, BatchResult, type BatchOrRefusal } from '../batch-answer.js';

@InputType({ description: 'Claims that go on by themselves (拆出).' })
class SplitOutClaimsInput extends CommandInput {
  @Field(() => ID, { description: 'The batch.' })
  @ValueKind('reference')
  batch!: string;

  @Field(() => [ID], { description: 'Their numbers.' })
  @ValueKind('reference')
  claims!: string[];

  @Field({ description: 'Why. Goes on record of each.' })
  @ValueKind('paragraph')
  reason!: string;
}

export class SplitOutCommand extends Command<Outcome> {
  constructor(readonly request: SplitOut) {
    super();
  }
}

@CommandHandler(SplitOutCommand)
export class SplitOutHandler implements ICommandHandler<SplitOutCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: SplitOutCommand): Promise<Outcome> {
    return this.runner.run('splitOutClaims', request, async (records, command) => {
      const [claims, recusals, batch] = await Promise.all([
        askedClaims(records, command.claims),
        records.recusalsOf(command.actor.userId),
        batchOf(records, command.batch),
      ]);
      const measure = batch === null ? null : (this.law.known.measure(batch.measure) ?? null);
      return decideSplit({ command, claims, batch, measure, recusals });
    });
  }
}

@Resolver()
export class SplitOutResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: BatchAnswer,
  ) {}

  @Mutation(() => BatchResult, {
    description:
      '拆出: the lead department takes claims out of a batch, with a reason, so that the others go on. Refused once the meeting has decided.',
  })
  @RequirePermission('batch.change')
  async splitOutClaims(
    @Args('input', { description: 'Which claims, and why.' }) input: SplitOutClaimsInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<BatchOrRefusal> {
    const { batch, claims, reason } = input;
    const request = { ...this.origin.of(input, user), batch, claims, reason };
    return this.answer.to(context, await this.bus.execute(new SplitOutCommand(request)), batch);
  }
}
