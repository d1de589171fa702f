import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise/enterprise-answer.js';
import { EnterpriseProposalResult } from '../../enterprise/enterprise-proposal.result.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ProposeAccountChangeCommand } from './propose-account-change.command.js';
import { ProposeAccountChangeInput } from './propose-account-change.input.js';

@Resolver()
export class ProposeAccountChangeResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description: "收款账户变更: a clerk of the enterprise's county proposes where its money shall go.",
  })
  @RequirePermission('bank-account.change')
  async proposeAccountChange(
    @Args('input', { description: 'Where the enterprise’s money shall go.' }) input: ProposeAccountChangeInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, holder, bank, cnaps, number, holderReason = null } = input;
    const account = { holder, bank, cnaps, number, holderReason };
    const request = { ...this.origin.of(input, user), uscc };
    const outcome = await this.bus.execute(new ProposeAccountChangeCommand(request, account));
    return this.answer.to(context, uscc, outcome);
  }
}
