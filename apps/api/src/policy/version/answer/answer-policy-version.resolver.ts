import type { AnswerPolicyVersion } from '@duixian/casework';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../../command/command-origin.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { PolicyVersionAnswer, type PolicyVersionsOrRefusal } from '../policy-version-answer.js';
import { PolicyVersionResult } from '../policy-version.result.js';
import { AnswerPolicyVersionCommand } from './answer-policy-version.command.js';
import { PolicyVersionProposalInput, RefusePolicyVersionInput } from './answer-policy-version.inputs.js';

/** What people say of a proposed version: yes, no, or never mind. */
@Resolver()
export class AnswerPolicyVersionResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: PolicyVersionAnswer,
  ) {}

  @Mutation(() => PolicyVersionResult, {
    description: 'A second official of finance agrees: from then on the version decides the matters of its days.',
  })
  @RequirePermission('policy-version.answer')
  agreePolicyVersion(
    @Args('input', { description: 'Which proposal is agreed to.' }) input: PolicyVersionProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<PolicyVersionsOrRefusal> {
    return this.send(input, { kind: 'agree' }, user, context);
  }

  @Mutation(() => PolicyVersionResult, { description: 'A second official of finance does not agree.' })
  @RequirePermission('policy-version.answer')
  refusePolicyVersion(
    @Args('input', { description: 'Which proposal is refused, and why.' }) input: RefusePolicyVersionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<PolicyVersionsOrRefusal> {
    return this.send(input, { kind: 'refuse', reason: input.reason }, user, context);
  }

  @Mutation(() => PolicyVersionResult, { description: 'The proposer takes back a proposal that is still open.' })
  @RequirePermission('policy-version.propose')
  withdrawPolicyVersion(
    @Args('input', { description: 'Which proposal is taken back.' }) input: PolicyVersionProposalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<PolicyVersionsOrRefusal> {
    return this.send(input, { kind: 'withdraw' }, user, context);
  }

  private async send(
    input: PolicyVersionProposalInput,
    answer: AnswerPolicyVersion['answer'],
    user: CurrentUser,
    context: GraphqlContext,
  ): Promise<PolicyVersionsOrRefusal> {
    const { policy, proposal } = input;
    const request = { ...this.origin.of(input, user), policy, proposal, answer };
    const outcome = await this.bus.execute(new AnswerPolicyVersionCommand(request));
    return this.answer.to(context, policy, outcome);
  }
}
