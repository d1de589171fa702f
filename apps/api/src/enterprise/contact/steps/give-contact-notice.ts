import { decideContactNotice, type GiveNotice } from '@duixian/registry';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../../command/command-origin.js';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise-answer.js';
import { EnterpriseProposalResult } from '../../enterprise-proposal.result.js';
import { GiveNoticeInput } from '../../give-notice.input.js';

class GiveContactNoticeCommand extends Command<Outcome> {
  constructor(readonly request: GiveNotice) {
    super();
  }
}

@CommandHandler(GiveContactNoticeCommand)
export class GiveContactNoticeHandler implements ICommandHandler<GiveContactNoticeCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: GiveContactNoticeCommand): Promise<Outcome> {
    return this.runner.run('giveContactNotice', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      const contacts = await records.contacts(command.uscc);
      return decideContactNotice({ command, enterprise, contacts });
    });
  }
}

@Resolver()
export class GiveContactNoticeResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description:
      "变更通知: somebody other than the proposer told the enterprise's contact that another shall take its place.",
  })
  @RequirePermission('contact.change')
  async giveContactNotice(
    @Args('input', { description: 'Of which proposal the contact was told, and how.' }) input: GiveNoticeInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, proposal, how, note } = input;
    const request = { ...this.origin.of(input, user), uscc, proposal, how, note };
    const outcome = await this.bus.execute(new GiveContactNoticeCommand(request));
    return this.answer.to(context, uscc, outcome);
  }
}
