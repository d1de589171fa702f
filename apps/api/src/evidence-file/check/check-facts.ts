import {
  decideFactCheck,
  decideFactCheckWithdrawal,
  foldFactChecks,
  foldFiles,
  type CheckFact,
  type FileEvent,
  type WithdrawFactCheck,
} from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import type { Refusal } from '../../graphql/refusal/refusal.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { EvidenceFileResult, type EvidenceFile } from '../evidence-file.type.js';
import { fileEventsOf } from '../file-records.js';
import { FileAnswer } from '../keep-files.js';
import { CheckFactInput, WithdrawFactCheckInput } from './fact-check.type.js';

class CheckFactCommand extends Command<Outcome> {
  constructor(readonly request: CheckFact) {
    super();
  }
}

@CommandHandler(CheckFactCommand)
export class CheckFactHandler implements ICommandHandler<CheckFactCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: CheckFactCommand): Promise<Outcome> {
    return this.runner.run('checkFact', request, async (records, command) => {
      const [claim, events] = await Promise.all([records.claim(command.claim), fileEventsOf(records, command.claim)]);
      const context = { on: command.on, catalogue: this.law.ofClaim(command.tenant, claim), evidence: [] };
      return decideFactCheck({ command, claim, ...filesAndChecks(events), context });
    });
  }
}

class WithdrawFactCheckCommand extends Command<Outcome> {
  constructor(readonly request: WithdrawFactCheck) {
    super();
  }
}

@CommandHandler(WithdrawFactCheckCommand)
export class WithdrawFactCheckHandler implements ICommandHandler<WithdrawFactCheckCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: WithdrawFactCheckCommand): Promise<Outcome> {
    return this.runner.run('withdrawFactCheck', request, async (records, command) => {
      const [claim, events] = await Promise.all([records.claim(command.claim), fileEventsOf(records, command.claim)]);
      return decideFactCheckWithdrawal({ command, claim, ...filesAndChecks(events) });
    });
  }
}

function filesAndChecks(events: readonly FileEvent[]) {
  return { files: foldFiles(events), checks: foldFactChecks(events) };
}

@Resolver()
export class CheckFactsResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: FileAnswer,
  ) {}

  @Mutation(() => EvidenceFileResult, {
    description:
      'You found a fact that a claim states in one of its files (核对): for the offices at which it lies, once it was accepted. It is no step on the claim.',
  })
  @RequirePermission('fact.check')
  async checkFact(
    @Args('input', { description: 'Which fact, and where it stands.' }) input: CheckFactInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EvidenceFile | Refusal> {
    const { claim, fact, file, page = null } = input;
    const request = { ...this.origin.of(input, user), claim, fact, file, page };
    const outcome = await this.bus.execute(new CheckFactCommand(request));
    return this.answer.to(context, claim, file, outcome);
  }

  @Mutation(() => EvidenceFileResult, {
    description: 'You take back that you found a fact in a file (撤销核对): it stays on record that you had.',
  })
  @RequirePermission('fact.check')
  async withdrawFactCheck(
    @Args('input', { description: 'Which check, of which claim and file.' }) input: WithdrawFactCheckInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EvidenceFile | Refusal> {
    const { claim, file, check } = input;
    const request = { ...this.origin.of(input, user), claim, check };
    const outcome = await this.bus.execute(new WithdrawFactCheckCommand(request));
    return this.answer.to(context, claim, file, outcome);
  }
}
