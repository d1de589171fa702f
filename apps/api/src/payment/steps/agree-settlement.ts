import { decideSettlement, type AgreeSettlement } from '@duixian/treasury';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { ClaimAnswer, type ClaimOrRefusal } from '../../claim/claim-answer.js';
import { ClaimCommandInput } from '../../claim/claim-command.input.js';
import { Claim } from '../../claim/read/claim.type.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { readSettlementFile } from '../read-settlement-file.js';

@InputType({ description: 'Which claim stays at what is paid (同意结清).' })
class AgreeSettlementInput extends ClaimCommandInput {}

const AgreeSettlementResult = createUnionType({
  name: 'AgreeSettlementResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class AgreeSettlementCommand extends Command<Outcome> {
  constructor(readonly request: AgreeSettlement) {
    super();
  }
}

@CommandHandler(AgreeSettlementCommand)
export class AgreeSettlementHandler implements ICommandHandler<AgreeSettlementCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: AgreeSettlementCommand): Promise<Outcome> {
    return this.runner.run('agreeSettlement', request, async (records, command) => {
      const file = await readSettlementFile(records, command.claim);
      return decideSettlement({ command, ...file, catalogue: this.law.ofClaim(command.tenant, file.claim) });
    });
  }
}

@Resolver()
export class AgreeSettlementResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => AgreeSettlementResult, {
    description:
      '同意结清: another official of finance agrees that the claim stays at what is paid. Where nothing is, its papers are free.',
  })
  @RequirePermission('claim.settle')
  async agreeSettlement(
    @Args('input', { description: 'Which claim stays at what is paid (同意结清).' }) input: AgreeSettlementInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim };
    const outcome = await this.bus.execute(new AgreeSettlementCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
