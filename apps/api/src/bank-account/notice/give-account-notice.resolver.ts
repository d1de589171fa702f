import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise/enterprise-answer.js';
import { GiveNoticeInput } from '../../enterprise/give-notice.input.js';
import { EnterpriseProposalResult } from '../../enterprise/enterprise-proposal.result.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { GiveAccountNoticeCommand } from './give-account-notice.command.js';

@Resolver()
export class GiveAccountNoticeResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description: "变更通知: somebody other than the proposer told the enterprise's contact of a proposed account.",
  })
  @RequirePermission('bank-account.change')
  async giveAccountNotice(
    @Args('input', { description: 'Of which proposal the contact was told, and how.' }) input: GiveNoticeInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, proposal, how, note } = input;
    const request = { ...this.origin.of(input, user), uscc, proposal, how, note };
    const outcome = await this.bus.execute(new GiveAccountNoticeCommand(request));
    return this.answer.to(context, uscc, outcome);
  }
}
