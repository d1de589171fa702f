import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../../command/command-origin.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise-answer.js';
import { EnterpriseProposalResult } from '../../enterprise-proposal.result.js';
import { contactOf } from '../contact.input.js';
import { ProposeContactChangeCommand } from './propose-contact-change.command.js';
import { ProposeContactChangeInput } from './propose-contact-change.input.js';

@Resolver()
export class ProposeContactChangeResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description:
      "联系方式变更: a clerk of the enterprise's county proposes whom to call. Old and new go on record masked; the whole is kept outside the log.",
  })
  @RequirePermission('contact.change')
  async proposeContactChange(
    @Args('input', { description: 'Whom to call from now on (联系方式).' }) input: ProposeContactChangeInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const request = { ...this.origin.of(input, user), uscc: input.uscc };
    const outcome = await this.bus.execute(new ProposeContactChangeCommand(request, contactOf(input)));
    return this.answer.to(context, input.uscc, outcome);
  }
}
