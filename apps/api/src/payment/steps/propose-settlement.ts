import { decideSettlementProposal, type ProposeSettlement } from '@duixian/treasury';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { ClaimAnswer, type ClaimOrRefusal } from '../../claim/claim-answer.js';
import { ClaimCommandInput } from '../../claim/claim-command.input.js';
import { Claim } from '../../claim/read/claim.type.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { readSettlementFile } from '../read-settlement-file.js';

@InputType({ description: 'Which claim is to stay at what is paid, and why (按已付结清).' })
class ProposeSettlementInput extends ClaimCommandInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

const ProposeSettlementResult = createUnionType({
  name: 'ProposeSettlementResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class ProposeSettlementCommand extends Command<Outcome> {
  constructor(readonly request: ProposeSettlement) {
    super();
  }
}

@CommandHandler(ProposeSettlementCommand)
export class ProposeSettlementHandler implements ICommandHandler<ProposeSettlementCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ProposeSettlementCommand): Promise<Outcome> {
    return this.runner.run('proposeSettlement', request, async (records, command) => {
      const file = await readSettlementFile(records, command.claim);
      return decideSettlementProposal({ command, ...file, catalogue: this.law.ofClaim(command.tenant, file.claim) });
    });
  }
}

@Resolver()
export class ProposeSettlementResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => ProposeSettlementResult, {
    description:
      '按已付结清: finance proposes that what the bank returned of a claim is not paid any more. Another official agrees.',
  })
  @RequirePermission('claim.settle')
  async proposeSettlement(
    @Args('input', { description: 'Which claim is to stay at what is paid, and why (按已付结清).' })
    input: ProposeSettlementInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, reason: input.reason };
    const outcome = await this.bus.execute(new ProposeSettlementCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
