import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../../command/command-origin.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { PolicyVersionAnswer, type PolicyVersionsOrRefusal } from '../policy-version-answer.js';
import { PolicyVersionResult } from '../policy-version.result.js';
import { ProposePolicyVersionCommand } from './propose-policy-version.command.js';
import { ProposePolicyVersionInput } from './propose-policy-version.input.js';

@Resolver()
export class ProposePolicyVersionResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: PolicyVersionAnswer,
  ) {}

  @Mutation(() => PolicyVersionResult, {
    description:
      'An official of finance proposes that another version decides from a day on; a colleague has to agree.',
  })
  @RequirePermission('policy-version.propose')
  async proposePolicyVersion(
    @Args('input', { description: 'Which version shall decide, and from which day.' }) input: ProposePolicyVersionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<PolicyVersionsOrRefusal> {
    const { policy, version, from, reason } = input;
    const request = { ...this.origin.of(input, user), policy, version, from, reason };
    const outcome = await this.bus.execute(new ProposePolicyVersionCommand(request));
    return this.answer.to(context, policy, outcome);
  }
}
