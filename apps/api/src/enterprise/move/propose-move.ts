import { decideMoveProposal, type ProposeMove } from '@duixian/casework';
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
import { Law } from '../../policy/law/law.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { EnterpriseProposalResult } from '../enterprise-proposal.result.js';

@InputType({ description: 'Where the enterprise moves, and when (企业迁移).' })
class ProposeMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field({ description: 'Code of the county or district it moves to.' })
  @ValueKind('division')
  division!: string;

  @Field(() => PlainDate, { description: 'First day there.' })
  on!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it puts the last move right; a division where it was before takes that move back.',
  })
  corrects!: boolean;
}

export class ProposeMoveCommand extends Command<Outcome> {
  constructor(readonly request: ProposeMove) {
    super();
  }
}

@CommandHandler(ProposeMoveCommand)
export class ProposeMoveHandler implements ICommandHandler<ProposeMoveCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ProposeMoveCommand): Promise<Outcome> {
    return this.runner.run('proposeMove', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      return decideMoveProposal({ command, enterprise, places: this.law.places });
    });
  }
}

@Resolver()
export class ProposeMoveResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description: '企业迁移: a clerk of the new division proposes a move there, or puts the last one right.',
  })
  @RequirePermission('enterprise.move')
  async proposeMove(
    @Args('input', { description: 'Where the enterprise moves, and when.' }) input: ProposeMoveInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, division, on: movedOn, corrects } = input;
    const request = { ...this.origin.of(input, user), uscc, division, movedOn, corrects };
    const outcome = await this.bus.execute(new ProposeMoveCommand(request));
    return this.answer.to(context, uscc, outcome);
  }
}
