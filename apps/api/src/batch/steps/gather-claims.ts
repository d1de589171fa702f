import { decideGathering, NO_BATCHES, type GatherClaims } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { Records } from '../../command/records.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { askedClaims, batchBook, batchOf } from '../batch-records.js';
import { BatchAnswer, BatchResult, type BatchOrRefusal } from '../batch-answer.js';

@InputType({ description: 'Claims that go to the collective decision together (合批).' })
class GatherClaimsInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: 'A batch that is open; left out: a new one.' })
  @ValueKind('reference')
  batch?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What people call the new batch: 60 characters at most, of a batch that is open left out.',
  })
  @ValueKind('line')
  name?: string | null;

  @Field(() => [ID], { description: 'Their numbers: of one clause, each once, as many as a batch holds.' })
  @ValueKind('reference')
  claims!: string[];
}

export class GatherClaimsCommand extends Command<Outcome> {
  constructor(readonly request: GatherClaims) {
    super();
  }
}

@CommandHandler(GatherClaimsCommand)
export class GatherClaimsHandler implements ICommandHandler<GatherClaimsCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: GatherClaimsCommand): Promise<Outcome> {
    return this.runner.run('gatherClaims', request, (records, command) => this.decide(records, command));
  }

  private async decide(records: Records, command: GatherClaims) {
    const [claims, recusals, batch] = await Promise.all([
      askedClaims(records, command.claims),
      records.recusalsOf(command.actor.userId),
      command.batch === null ? null : batchOf(records, command.batch),
    ]);
    const id = batch?.measure ?? claims.find(({ claim }) => claim !== null)?.claim?.measure;
    const measure = id === undefined ? null : (this.law.known.measure(id) ?? null);
    const book = measure === null ? NO_BATCHES : await batchBook(records, measure.policy.id);
    return decideGathering({ command, claims, book, measure, recusals });
  }
}

@Resolver()
export class GatherClaimsResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: BatchAnswer,
  ) {}

  @Mutation(() => BatchResult, {
    description:
      '合批: the lead department puts claims of one clause into a batch, all that are named or none. Until the meeting has decided they wait for it together.',
  })
  @RequirePermission('batch.change')
  async gatherClaims(
    @Args('input', { description: 'Which claims, and where.' }) input: GatherClaimsInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<BatchOrRefusal> {
    const { batch = null, name = null, claims } = input;
    const request = { ...this.origin.of(input, user), batch, name, claims };
    const outcome = await this.bus.execute(new GatherClaimsCommand(request));
    return batch === null ? this.answer.ofClaim(context, outcome, claims[0]) : this.answer.to(context, outcome, batch);
  }
}
