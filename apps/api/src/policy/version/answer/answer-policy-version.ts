import { decideVersionAnswer, policyStream, type AnswerPolicyVersion } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../../command/command-origin.js';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { Law } from '../../law/law.js';
import { PolicyBooks } from '../../law/policy-books.js';
import { PolicyVersionAnswer, type PolicyVersionsOrRefusal } from '../policy-version-answer.js';
import { PolicyVersionResult } from '../policy-version.result.js';
import { PolicyVersionProposalInput, RefusePolicyVersionInput } from './answer-policy-version.inputs.js';

class AnswerPolicyVersionCommand extends Command<Outcome> {
  constructor(readonly request: AnswerPolicyVersion) {
    super();
  }
}

@CommandHandler(AnswerPolicyVersionCommand)
export class AnswerPolicyVersionHandler implements ICommandHandler<AnswerPolicyVersionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly books: PolicyBooks,
    private readonly law: Law,
  ) {}

  execute({ request }: AnswerPolicyVersionCommand): Promise<Outcome> {
    return this.runner.run('answerPolicyVersion', request, async (records, command) => {
      const { tenant, policy, actor } = command;
      await this.books.refresh(tenant, policy);
      const book = this.books.book(tenant, policy);
      records.saw(policyStream(policy), book.length);
      const division = this.law.policy(tenant, policy)?.division ?? actor.division;
      return decideVersionAnswer({ command, book, division });
    });
  }
}

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
