import { decideAccountNotice, type GiveNotice } from '@duixian/registry';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise/enterprise-answer.js';
import { EnterpriseProposalResult } from '../../enterprise/enterprise-proposal.result.js';
import { GiveNoticeInput } from '../../enterprise/give-notice.input.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';

class GiveAccountNoticeCommand extends Command<Outcome> {
  constructor(readonly request: GiveNotice) {
    super();
  }
}

@CommandHandler(GiveAccountNoticeCommand)
export class GiveAccountNoticeHandler implements ICommandHandler<GiveAccountNoticeCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: GiveAccountNoticeCommand): Promise<Outcome> {
    return this.runner.run('giveAccountNotice', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      const accounts = await records.accounts(command.uscc);
      return decideAccountNotice({ command, enterprise, accounts });
    });
  }
}

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
