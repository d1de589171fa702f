import { decideAcceptance, type AcceptClaim } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { Claim } from '../read/claim.type.js';

@InputType({ description: 'Which claim is accepted (受理).' })
class AcceptClaimInput extends ClaimCommandInput {}

const AcceptClaimResult = createUnionType({
  name: 'AcceptClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class AcceptClaimCommand extends Command<Outcome> {
  constructor(readonly request: AcceptClaim) {
    super();
  }
}

@CommandHandler(AcceptClaimCommand)
export class AcceptClaimHandler implements ICommandHandler<AcceptClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: AcceptClaimCommand): Promise<Outcome> {
    return this.runner.run('acceptClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const [evidence, lists] = await Promise.all([records.evidence(claim, catalogue), records.listsOf(claim)]);
      return decideAcceptance({ command, claim, evidence, catalogue, lists });
    });
  }
}

@Resolver()
export class AcceptClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => AcceptClaimResult, { description: '受理: a second clerk finds the papers complete.' })
  @RequirePermission('claim.accept')
  async acceptClaim(
    @Args('input', { description: 'Which claim is accepted (受理).' }) input: AcceptClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim };
    const outcome = await this.bus.execute(new AcceptClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
