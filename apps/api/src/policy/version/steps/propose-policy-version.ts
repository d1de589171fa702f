import {
  decideVersionProposal,
  policyStream,
  type ProposedVersion,
  type ProposePolicyVersion,
} from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../../command/command-input.js';
import { CommandOrigin } from '../../../command/command-origin.js';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { PlainDate } from '../../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { Law } from '../../law/law.js';
import { PolicyBooks } from '../../law/policy-books.js';
import { PolicyVersionAnswer, type PolicyVersionsOrRefusal } from '../policy-version-answer.js';
import { PolicyVersionResult } from '../policy-version.result.js';

@InputType({ description: 'Which version shall decide, and from which day.' })
class ProposePolicyVersionInput extends CommandInput {
  @Field(() => ID, { description: 'The policy.' })
  @ValueKind('reference')
  policy!: string;

  @Field({ description: 'Hash of a version on record.' })
  @ValueKind('reference')
  version!: string;

  @Field(() => PlainDate, { description: 'First day whose matters it decides.' })
  from!: string;

  @Field({ description: 'Goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

class ProposePolicyVersionCommand extends Command<Outcome> {
  constructor(readonly request: ProposePolicyVersion) {
    super();
  }
}

@CommandHandler(ProposePolicyVersionCommand)
export class ProposePolicyVersionHandler implements ICommandHandler<ProposePolicyVersionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly books: PolicyBooks,
    private readonly law: Law,
  ) {}

  execute({ request }: ProposePolicyVersionCommand): Promise<Outcome> {
    return this.runner.run('proposePolicyVersion', request, async (records, command) => {
      const { tenant, policy } = command;
      await this.books.refresh(tenant, policy);
      const book = this.books.book(tenant, policy);
      records.saw(policyStream(policy), book.length);
      return decideVersionProposal({ command, book, proposed: this.proposed(command) });
    });
  }

  private proposed({ tenant, policy: id, version, from }: ProposePolicyVersion): ProposedVersion | null {
    const policy = this.law.version(tenant, id, version);
    if (policy === null) return null;
    const { division, period } = policy;
    return { division, begins: period.from, misfit: this.law.misfit(tenant, from, policy) };
  }
}

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
