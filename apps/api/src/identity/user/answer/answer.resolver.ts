import type { AgreeToAccountChange } from '@duixian/office';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../../command/command-origin.js';
import { userOf, type GraphqlContext } from '../../../graphql/context.js';
import { RequirePermission } from '../../require-permission.js';
import { ProposalAnswer, type ProposalOrRefusal } from '../proposal/proposal-answer.js';
import { OfficialProposalResult } from '../proposal/proposal.type.js';
import { AnswerProposalCommand, type Answering } from './answer-proposal.command.js';
import { AgreeToOfficialChangeInput, RefuseOfficialChangeInput, WithdrawOfficialChangeInput } from './answer.inputs.js';

@Resolver()
export class AnswerProposalResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ProposalAnswer,
  ) {}

  @Mutation(() => OfficialProposalResult, { description: 'The second administrator agrees: the change takes effect.' })
  @RequirePermission('user.manage')
  agreeToOfficialChange(
    @Args('input', { description: 'Which proposal is agreed to.' }) input: AgreeToOfficialChangeInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    return this.execute(context, { kind: 'agree', request: this.requestOf(context, input) });
  }

  @Mutation(() => OfficialProposalResult, { description: 'Another administrator refuses the change.' })
  @RequirePermission('user.manage')
  refuseOfficialChange(
    @Args('input', { description: 'Which proposal is refused, and why.' }) input: RefuseOfficialChangeInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    const request = { ...this.requestOf(context, input), reason: input.reason };
    return this.execute(context, { kind: 'refuse', request });
  }

  @Mutation(() => OfficialProposalResult, { description: 'Whoever proposed the change takes it back.' })
  @RequirePermission('user.manage')
  withdrawOfficialChange(
    @Args('input', { description: 'Which proposal is taken back.' }) input: WithdrawOfficialChangeInput,
    @Context() context: GraphqlContext,
  ): Promise<ProposalOrRefusal> {
    return this.execute(context, { kind: 'withdraw', request: this.requestOf(context, input) });
  }

  private requestOf(context: GraphqlContext, input: AgreeToOfficialChangeInput): AgreeToAccountChange {
    const { official, proposal } = input;
    return { ...this.origin.of(input, userOf(context)), official, proposal };
  }

  private async execute(context: GraphqlContext, answering: Answering): Promise<ProposalOrRefusal> {
    const outcome = await this.bus.execute(new AnswerProposalCommand(answering, context.request.ip));
    return this.answer.to(context, answering.request, outcome);
  }
}
