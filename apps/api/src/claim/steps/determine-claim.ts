import {
  decideDetermination,
  initialEntitlement,
  programmeAccounts,
  type ClaimState,
  type DetermineClaim,
} from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import {
  CeilingReached,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { VersionUse } from '../../policy/law/version-use.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { Claim } from '../read/claim.type.js';

@InputType({ description: 'Which claim is determined (核定).' })
class DetermineClaimInput extends ClaimCommandInput {}

const DetermineClaimResult = createUnionType({
  name: 'DetermineClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, CeilingReached, TryAgain] as const,
});

export class DetermineClaimCommand extends Command<Outcome> {
  constructor(readonly request: DetermineClaim) {
    super();
  }
}

@CommandHandler(DetermineClaimCommand)
export class DetermineClaimHandler implements ICommandHandler<DetermineClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
    private readonly use: VersionUse,
  ) {}

  execute({ request }: DetermineClaimCommand): Promise<Outcome> {
    return this.runner.run('determineClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const programme = await records.guards(programmeOf(claim, catalogue));
      const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
      const lists = await records.listsOf(claim);
      return this.use.bind(
        { records, command, catalogue },
        decideDetermination({ command, claim, entitlement, programme, catalogue, lists }),
      );
    });
  }
}

function programmeOf(claim: ClaimState, catalogue: Catalogue): readonly string[] {
  return claim === null ? [] : programmeAccounts(catalogue, claim.measure, claim.year);
}

@Resolver()
export class DetermineClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => DetermineClaimResult, {
    description: '核定: finance reckons what is due under all caps, and reserves it.',
  })
  @RequirePermission('claim.determine')
  async determineClaim(
    @Args('input', { description: 'Which claim is determined (核定).' }) input: DetermineClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim };
    const outcome = await this.bus.execute(new DetermineClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
