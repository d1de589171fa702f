import { decideChangeCorrection, type ProposeChangeCorrection } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { EnterpriseProposalResult } from '../enterprise-proposal.result.js';

@InputType({ description: 'Which change of an enterprise was entered wrongly, and what is true.' })
class ProposeChangeCorrectionInput extends CommandInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, { description: 'The change, by its proposal; see `Enterprise.changeProposals`.' })
  @ValueKind('reference')
  change!: string;

  @Field(() => PlainDate, { nullable: true, description: 'The true day; null where the change never came about.' })
  on?: string | null;
}

class ProposeChangeCorrectionCommand extends Command<Outcome> {
  constructor(readonly request: ProposeChangeCorrection) {
    super();
  }
}

@CommandHandler(ProposeChangeCorrectionCommand)
export class ProposeChangeCorrectionHandler implements ICommandHandler<ProposeChangeCorrectionCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: ProposeChangeCorrectionCommand): Promise<Outcome> {
    return this.runner.run('proposeChangeCorrection', request, async (records, command) =>
      decideChangeCorrection({ command, enterprise: await records.enterprise(command.uscc) }),
    );
  }
}

@Resolver()
export class ProposeChangeCorrectionResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answers: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description:
      '更正企业变更: a clerk of its division proposes that a change was of another day, or never came about. It is answered as a change is.',
  })
  @RequirePermission('enterprise.move')
  async proposeChangeCorrection(
    @Args('input', { description: 'Which change was entered wrongly, and what is true.' })
    input: ProposeChangeCorrectionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, change, on } = input;
    const request = { ...this.origin.of(input, user), uscc, change, changedOn: on ?? null };
    const outcome = await this.bus.execute(new ProposeChangeCorrectionCommand(request));
    return this.answers.to(context, uscc, outcome);
  }
}
