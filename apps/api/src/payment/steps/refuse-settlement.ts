import { decideSettlementRefusal, type RefuseSettlement } from '@duixian/treasury';
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

@InputType({ description: 'Which claim does not stay at what is paid, and why (否决结清).' })
class RefuseSettlementInput extends ClaimCommandInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

const RefuseSettlementResult = createUnionType({
  name: 'RefuseSettlementResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class RefuseSettlementCommand extends Command<Outcome> {
  constructor(readonly request: RefuseSettlement) {
    super();
  }
}

@CommandHandler(RefuseSettlementCommand)
export class RefuseSettlementHandler implements ICommandHandler<RefuseSettlementCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: RefuseSettlementCommand): Promise<Outcome> {
    return this.runner.run('refuseSettlement', request, async (records, command) => {
      const file = await readSettlementFile(records, command.claim);
      return decideSettlementRefusal({ command, ...file, catalogue: this.law.ofClaim(command.tenant, file.claim) });
    });
  }
}

@Resolver()
export class RefuseSettlementResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => RefuseSettlementResult, {
    description:
      '否决结清: another official of finance refuses the settlement; what was returned can be instructed again.',
  })
  @RequirePermission('claim.settle')
  async refuseSettlement(
    @Args('input', { description: 'Which claim does not stay at what is paid, and why (否决结清).' })
    input: RefuseSettlementInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, reason: input.reason };
    const outcome = await this.bus.execute(new RefuseSettlementCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
