import { decideProposal, type ProposeCorrection } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, TryAgain } from '../../graphql/refusal/refusal.js';
import { JsonObjectScalar, type JsonObjectInput } from '../../graphql/scalars/json-object.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { CorrectionAnswer, type CorrectionOrRefusal } from '../correction-answer.js';
import { CorrectionShown } from '../correction.type.js';
import { problemOf, WronglyRecorded } from '../wrongly-recorded.js';
import { jsonObject } from './json-object.js';

@InputType({ description: 'What the event shall say instead (更正).' })
class ProposeCorrectionInput extends CommandInput {
  @Field(() => ID, { description: "The event's place in the city's log." })
  @ValueKind('position')
  position!: string;

  @Field(() => Int, { description: 'Version of the shape of the data, as the newest release writes it.' })
  @ValueKind('whole')
  schemaVersion!: number;

  @Field(() => PlainDate, { description: 'The day as it shall be read.' })
  occurredOn!: string;

  @Field(() => JsonObjectScalar, { description: 'The data as they shall be read, whole.' })
  data!: JsonObjectInput;

  @Field({ description: 'Why, for those who read the event later.' })
  @ValueKind('paragraph')
  reason!: string;
}

const ProposeCorrectionResult = createUnionType({
  name: 'ProposeCorrectionResult',
  description: 'The correction as it stands afterwards, or why nothing was recorded.',
  types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, TryAgain] as const,
});

class ProposeCorrectionCommand extends Command<Outcome> {
  constructor(readonly request: ProposeCorrection) {
    super();
  }
}

@CommandHandler(ProposeCorrectionCommand)
export class ProposeCorrectionHandler implements ICommandHandler<ProposeCorrectionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly wronglyRecorded: WronglyRecorded,
  ) {}

  execute({ request }: ProposeCorrectionCommand): Promise<Outcome> {
    return this.runner.run('proposeCorrection', request, async (records, command) => {
      const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
      const correction = wrong === null ? null : await records.correction(wrong.event);
      return decideProposal({ command, wrong, correction, problemOf });
    });
  }
}

@Resolver()
export class ProposeCorrectionResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: CorrectionAnswer,
  ) {}

  @Mutation(() => ProposeCorrectionResult, {
    description: 'An administrator proposes what an event that nobody can read should have said; another has to agree.',
  })
  @RequirePermission('correction.propose')
  async proposeCorrection(
    @Args('input', { description: 'What the event shall say instead (更正).' }) input: ProposeCorrectionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<CorrectionOrRefusal> {
    const { position, schemaVersion, occurredOn, reason } = input;
    const content = { schemaVersion, occurredOn, data: jsonObject(input.data) };
    const request = { ...this.origin.of(input, user), position, content, reason };
    const outcome = await this.bus.execute(new ProposeCorrectionCommand(request));
    return this.answer.to(context, position, outcome);
  }
}
