import { initialEntitlement } from '@duixian/casework';
import { payeeOn } from '@duixian/registry';
import { decideInstruction, type InstructPayments } from '@duixian/treasury';
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

@InputType({ description: 'Of which claim the payments are instructed (拨付指令).' })
class InstructPaymentsInput extends ClaimCommandInput {}

const InstructPaymentsResult = createUnionType({
  name: 'InstructPaymentsResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class InstructPaymentsCommand extends Command<Outcome> {
  constructor(readonly request: InstructPayments) {
    super();
  }
}

@CommandHandler(InstructPaymentsCommand)
export class InstructPaymentsHandler implements ICommandHandler<InstructPaymentsCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: InstructPaymentsCommand): Promise<Outcome> {
    return this.runner.run('instructPayments', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
      const accounts = claim === null ? [] : await records.accounts(claim.uscc);
      const payee = payeeOn(accounts, command.on);
      const enterprise = claim === null ? null : await records.enterprise(claim.uscc);
      const lists = await records.listsOf(claim);
      return decideInstruction({ command, claim, entitlement, enterprise, payee, catalogue, lists });
    });
  }
}

@Resolver()
export class InstructPaymentsResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => InstructPaymentsResult, {
    description: '拨付指令: once the publicity is over, every treasury is instructed to pay its line.',
  })
  @RequirePermission('payment.instruct')
  async instructPayments(
    @Args('input', { description: 'Of which claim the payments are instructed (拨付指令).' })
    input: InstructPaymentsInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim };
    const outcome = await this.bus.execute(new InstructPaymentsCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
