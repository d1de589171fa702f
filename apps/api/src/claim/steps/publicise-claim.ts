import { decidePublicity, initialEntitlement, type PubliciseClaim } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { Claim } from '../read/claim.type.js';

@InputType({ description: 'Which claim is shown to the public, and how long (公示).' })
class PubliciseClaimInput extends ClaimCommandInput {
  @Field(() => Int, {
    description: 'Length of the publicity, in the unit of the measure’s rule: at least what it says, 60 at most.',
  })
  @ValueKind('whole')
  days!: number;
}

const PubliciseClaimResult = createUnionType({
  name: 'PubliciseClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class PubliciseClaimCommand extends Command<Outcome> {
  constructor(readonly request: PubliciseClaim) {
    super();
  }
}

@CommandHandler(PubliciseClaimCommand)
export class PubliciseClaimHandler implements ICommandHandler<PubliciseClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: PubliciseClaimCommand): Promise<Outcome> {
    return this.runner.run('publiciseClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
      const lists = await records.listsOf(claim);
      return decidePublicity({ command, claim, entitlement, catalogue, lists });
    });
  }
}

@Resolver()
export class PubliciseClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => PubliciseClaimResult, { description: '公示: the determination is shown to the public.' })
  @RequirePermission('claim.publicise')
  async publiciseClaim(
    @Args('input', { description: 'Which claim is shown to the public, and how long (公示).' })
    input: PubliciseClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, days: input.days };
    const outcome = await this.bus.execute(new PubliciseClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
