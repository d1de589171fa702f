import { decideReturn, type ReturnClaim } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
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

@InputType({ description: 'Which claim goes back, and why (退回补正).' })
class ReturnClaimInput extends ClaimCommandInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

const ReturnClaimResult = createUnionType({
  name: 'ReturnClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class ReturnClaimCommand extends Command<Outcome> {
  constructor(readonly request: ReturnClaim) {
    super();
  }
}

@CommandHandler(ReturnClaimCommand)
export class ReturnClaimHandler implements ICommandHandler<ReturnClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ReturnClaimCommand): Promise<Outcome> {
    return this.runner.run('returnClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      return decideReturn({ command, claim, catalogue });
    });
  }
}

@Resolver()
export class ReturnClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => ReturnClaimResult, { description: '退回补正: the claim goes back to be stated anew.' })
  @RequirePermission('claim.return')
  async returnClaim(
    @Args('input', { description: 'Which claim goes back, and why (退回补正).' }) input: ReturnClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, reason: input.reason };
    const outcome = await this.bus.execute(new ReturnClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
