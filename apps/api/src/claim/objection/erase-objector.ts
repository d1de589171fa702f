import { decideObjectorErasure, type EraseObjector } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { Claim } from '../read/claim.type.js';
import { ObjectorStore } from './objector-store.js';

const EraseObjectorResult = createUnionType({
  name: 'EraseObjectorResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

@InputType({ description: 'Of which objection it is erased who raised it, and why (删除异议人信息).' })
class EraseObjectorInput extends CommandInput {
  @Field(() => ID, { description: "The claim's number." })
  @ValueKind('reference')
  claim!: string;

  @Field(() => ID, { description: 'Which of `Claim.objections`.' })
  @ValueKind('reference')
  objection!: string;

  @Field({ description: 'On whose request, and why. Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

class EraseObjectorCommand extends Command<Outcome> {
  constructor(readonly request: EraseObjector) {
    super();
  }
}

/** Recorded first: should the erasure fail, the same command sent again does what is left to do, or the daily sweep. */
@CommandHandler(EraseObjectorCommand)
export class EraseObjectorHandler implements ICommandHandler<EraseObjectorCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly objectors: ObjectorStore,
  ) {}

  async execute({ request }: EraseObjectorCommand): Promise<Outcome> {
    const outcome = await this.runner.run('eraseObjector', request, async (records, command) =>
      decideObjectorErasure({ command, claim: await records.claim(command.claim) }),
    );
    if (outcome.ok) await this.objectors.erase(request.tenant, request.objection);
    return outcome;
  }
}

@Resolver()
export class EraseObjectorResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => EraseObjectorResult, {
    description:
      'Erases name and telephone of whoever objected, once the objection is answered. The mask and the salted hash stay in the log.',
  })
  @RequirePermission('contact.erase')
  async eraseObjector(
    @Args('input', { description: 'Whose, and why.' }) input: EraseObjectorInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const { claim, objection, reason } = input;
    const request = { ...this.origin.of(input, user), claim, objection, reason };
    return this.answer.to(context, claim, await this.bus.execute(new EraseObjectorCommand(request)));
  }
}
