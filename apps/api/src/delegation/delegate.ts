import { decideDelegation, decideDelegationEnd, type EndDelegation, type GiveDelegation } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Colleagues } from '../claim/assignment/colleagues.js';
import { Answer } from '../command/answer.js';
import { CommandOrigin } from '../command/command-origin.js';
import { CommandRunner } from '../command/command-runner.js';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { Positions } from '../log/positions.js';
import { Law } from '../policy/law/law.js';
import { Policies } from '../policy/list/policies.js';
import { DelegationRows, toDelegation } from './delegation-rows.js';
import { DelegationResult, EndDelegationInput, GiveDelegationInput, type Delegation } from './delegation.type.js';

export class GiveDelegationCommand extends Command<Outcome> {
  constructor(readonly request: GiveDelegation) {
    super();
  }
}

@CommandHandler(GiveDelegationCommand)
export class GiveDelegationHandler implements ICommandHandler<GiveDelegationCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly officials: Colleagues,
    private readonly law: Law,
  ) {}

  execute({ request }: GiveDelegationCommand): Promise<Outcome> {
    return this.runner.run('giveDelegation', request, async (records, command) => {
      const [deputy, given, ofDeputy] = await Promise.all([
        this.officials.find(command.tenant, command.to),
        records.delegationsOf(command.actor.userId),
        records.delegationsOf(command.to),
      ]);
      return decideDelegation({ command, to: deputy?.actor ?? null, given, ofDeputy, catalogue: this.law.known });
    });
  }
}

class EndDelegationCommand extends Command<Outcome> {
  constructor(readonly request: EndDelegation) {
    super();
  }
}

@CommandHandler(EndDelegationCommand)
export class EndDelegationHandler implements ICommandHandler<EndDelegationCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: EndDelegationCommand): Promise<Outcome> {
    return this.runner.run('endDelegation', request, async (records, command) => {
      return decideDelegationEnd({ command, given: await records.delegationsOf(command.official) });
    });
  }
}

/** Answers with a delegation as it stands after a command. */
@Injectable()
export class DelegationAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly rows: DelegationRows,
    private readonly positions: Positions,
    private readonly policies: Policies,
  ) {}

  to(
    context: GraphqlContext,
    user: CurrentUser,
    { official, delegation }: Pick<EndDelegation, 'official' | 'delegation'>,
    outcome: Outcome,
  ): Promise<Delegation | Refusal> {
    return this.answer.to(context, outcome, async () => {
      const row = (await this.rows.load(context, official))?.find(({ id }) => id === delegation);
      if (row === undefined) return null;
      return toDelegation(row, user, (await this.positions.of(user.tenant)).today, this.policies);
    });
  }
}

@Resolver()
export class DelegateResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: DelegationAnswer,
  ) {}

  @Mutation(() => DelegationResult, {
    description:
      'For an absence you name a colleague of your office and role who stands in for you (委托代办). He gains no right by it.',
  })
  @RequirePermission('delegation.give')
  async giveDelegation(
    @Args('input', { description: 'Who, from when to when, and for what.' }) input: GiveDelegationInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Delegation | Refusal> {
    const { to, from, until, reason } = input;
    const request = { ...this.origin.of(input, user), to, from, until, measures: input.measures ?? null, reason };
    const outcome = await this.bus.execute(new GiveDelegationCommand(request));
    return this.answer.to(context, user, { official: user.id, delegation: request.commandId }, outcome);
  }

  @Mutation(() => DelegationResult, {
    description: 'A delegation ends before its last day: by who gave it, who stands in, or a system administrator.',
  })
  @RequirePermission('delegation.end')
  async endDelegation(
    @Args('input', { description: 'Which delegation ends, and why.' }) input: EndDelegationInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Delegation | Refusal> {
    const { official, delegation, reason } = input;
    const request = { ...this.origin.of(input, user), official, delegation, reason };
    const outcome = await this.bus.execute(new EndDelegationCommand(request));
    return this.answer.to(context, user, request, outcome);
  }
}
