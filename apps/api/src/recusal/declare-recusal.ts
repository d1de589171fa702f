import {
  decideRecusal,
  decideRecusalLift,
  type DeclareRecusal,
  type LiftRecusal,
  type RecusalGrounds,
} from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Colleagues } from '../claim/assignment/colleagues.js';
import { Answer } from '../command/answer.js';
import { CommandOrigin } from '../command/command-origin.js';
import { CommandRunner } from '../command/command-runner.js';
import type { Outcome } from '../command/outcome.js';
import type { Records } from '../command/records.js';
import type { GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { Law } from '../policy/law/law.js';
import { RecusalRows, toRecusal } from './recusal-rows.js';
import { DeclareRecusalInput, LiftRecusalInput, RecusalResult, type Recusal } from './recusal.type.js';

export class DeclareRecusalCommand extends Command<Outcome> {
  constructor(readonly request: DeclareRecusal) {
    super();
  }
}

@CommandHandler(DeclareRecusalCommand)
export class DeclareRecusalHandler implements ICommandHandler<DeclareRecusalCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly officials: Colleagues,
    private readonly law: Law,
  ) {}

  execute({ request }: DeclareRecusalCommand): Promise<Outcome> {
    return this.runner.run('declareRecusal', request, async (records, command) => {
      const [official, recusals, grounds] = await Promise.all([
        this.officials.find(command.tenant, command.official),
        records.recusalsOf(command.official),
        groundsOf(records, command),
      ]);
      return decideRecusal({
        ...{ command, recusals, grounds },
        official: official?.actor ?? null,
        catalogue: this.law.known,
      });
    });
  }
}

async function groundsOf(records: Records, { claim, uscc }: DeclareRecusal): Promise<RecusalGrounds> {
  const [ofClaim, enterprise] = await Promise.all([
    claim === null ? null : records.enterpriseOfClaim(claim),
    uscc === null ? null : records.enterprise(uscc),
  ]);
  return { ofClaim, registered: enterprise?.uscc ?? null };
}

class LiftRecusalCommand extends Command<Outcome> {
  constructor(readonly request: LiftRecusal) {
    super();
  }
}

@CommandHandler(LiftRecusalCommand)
export class LiftRecusalHandler implements ICommandHandler<LiftRecusalCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly officials: Colleagues,
    private readonly law: Law,
  ) {}

  execute({ request }: LiftRecusalCommand): Promise<Outcome> {
    return this.runner.run('liftRecusal', request, async (records, command) => {
      const [official, recusals, own] = await Promise.all([
        this.officials.find(command.tenant, command.official),
        records.recusalsOf(command.official),
        records.recusalsOf(command.actor.userId),
      ]);
      const claim = recusals.find(({ id }) => id === command.recusal)?.claim ?? null;
      return decideRecusalLift({
        ...{ command, recusals, own },
        official: official?.actor ?? null,
        ofClaim: claim === null ? null : await records.enterpriseOfClaim(claim),
        catalogue: this.law.known,
      });
    });
  }
}

/** Answers with a recusal as it stands after a command. */
@Injectable()
export class RecusalAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly rows: RecusalRows,
  ) {}

  to(
    context: GraphqlContext,
    { official, recusal }: Pick<LiftRecusal, 'official' | 'recusal'>,
    outcome: Outcome,
  ): Promise<Recusal | Refusal> {
    return this.answer.to(context, outcome, async () => {
      const row = (await this.rows.load(context, official))?.find(({ id }) => id === recusal);
      return row === undefined ? null : toRecusal(row);
    });
  }
}

@Resolver()
export class DeclareRecusalResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: RecusalAnswer,
  ) {}

  @Mutation(() => RecusalResult, {
    description:
      'You take no part in a claim or an enterprise, or order one of `subordinates` to (回避). From then on nothing of it is accepted of him.',
  })
  @RequirePermission('recusal.declare')
  async declareRecusal(
    @Args('input', { description: 'Who takes no part, in what, and why.' }) input: DeclareRecusalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Recusal | Refusal> {
    const { claim = null, uscc = null, reason } = input;
    const official = input.official ?? user.id;
    const request = { ...this.origin.of(input, user), official, claim, uscc, reason };
    const outcome = await this.bus.execute(new DeclareRecusalCommand(request));
    return this.answer.to(context, { official, recusal: request.commandId }, outcome);
  }

  @Mutation(() => RecusalResult, {
    description: 'A recusal is lifted (解除回避): by the superior of who takes no part, or by a system administrator.',
  })
  @RequirePermission('recusal.lift')
  async liftRecusal(
    @Args('input', { description: 'Which recusal is lifted, and why.' }) input: LiftRecusalInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Recusal | Refusal> {
    const { official, recusal, reason } = input;
    const request = { ...this.origin.of(input, user), official, recusal, reason };
    const outcome = await this.bus.execute(new LiftRecusalCommand(request));
    return this.answer.to(context, request, outcome);
  }
}
